package dev.tare.reports.gate;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
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
  private static final String SUITE = "benchmarks";

  /**
   * What the lean variant saves, as a fraction; null where it costs something and copying nothing.
   */
  public @Nullable Double reduction() {
    return reduction(copying.value(), lean.value());
  }

  /**
   * The part of a suite that it belongs to: the package of its class below one that is named
   * {@code benchmarks}, or else the last; empty without a package.
   */
  public String area() {
    List<String> names = new ArrayList<>();
    StringTokenizer parts = new StringTokenizer(id.benchmark(), ".");
    while (parts.hasMoreTokens()) {
      names.add(parts.nextToken());
    }
    List<String> packages = names.subList(0, Math.max(0, names.size() - 2));
    int below = packages.indexOf(SUITE) + 1;
    if (below > 0 && below < packages.size()) {
      return packages.get(below);
    }
    return packages.isEmpty() ? "" : packages.get(packages.size() - 1);
  }

  /**
   * The least reduction that the ranges of both figures leave possible; null as for
   * {@link #reduction()}.
   */
  public @Nullable Double leastReduction() {
    return reduction(copying.low(), lean.high());
  }

  /** The greatest one. */
  public @Nullable Double greatestReduction() {
    return reduction(copying.high(), lean.low());
  }

  static @Nullable Double reduction(double copying, double lean) {
    if (copying == 0) {
      return lean == 0 ? 0.0 : null;
    }
    return 1 - lean / copying;
  }
}
