package dev.tare.reports.gate;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The sum over all pairs of one mode and metric: one operation of each.
 *
 * @param mode how they were taken
 * @param metric what was counted
 * @param pairs how many
 * @param copying the sum of the copying figures
 * @param lean the sum of the lean figures
 */
public record PairTotal(Mode mode, Metric metric, int pairs, double copying, double lean) {

  /** As {@link Pair#reduction()}, of the sums. */
  public @Nullable Double reduction() {
    return Pair.reduction(copying, lean);
  }
}
