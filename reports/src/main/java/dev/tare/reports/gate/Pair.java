package dev.tare.reports.gate;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the copying variant beside the same one of the lean variant.
 *
 * @param id the row, without the parameter that tells the variants apart
 * @param mode how both were taken
 * @param metric what was counted
 * @param copying the baseline implementation's figure
 * @param lean the shipped implementation's figure
 */
public record Pair(
    BenchmarkId id, Mode mode, Metric metric, Measurement copying, Measurement lean) {

  /**
   * What the lean variant saves, as a fraction; null where it costs something and copying nothing.
   */
  public @Nullable Double reduction() {
    return reduction(copying.value(), lean.value());
  }

  static @Nullable Double reduction(double copying, double lean) {
    if (copying == 0) {
      return lean == 0 ? 0.0 : null;
    }
    return 1 - lean / copying;
  }
}
