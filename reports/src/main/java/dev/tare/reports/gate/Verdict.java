package dev.tare.reports.gate;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of one figure, with all that it went by. Ordered by row, mode and metric.
 *
 * @param id the row
 * @param mode how the figure was taken
 * @param metric what was counted; null for a row that failed as a whole
 * @param status the judgement
 * @param measured the new figure; null if there is none
 * @param baseline the line that it was held against; null if there is none
 * @param limit the greatest value that would have passed; null if nothing was compared
 * @param note what else a reader must know, or empty
 */
public record Verdict(
    BenchmarkId id,
    Mode mode,
    @Nullable Metric metric,
    Status status,
    @Nullable Measurement measured,
    @Nullable Measurement baseline,
    @Nullable Double limit,
    String note)
    implements Comparable<Verdict> {
  private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::id)
      .thenComparing(Verdict::mode)
      .thenComparing(Verdict::metric, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The verdict on a row that gave no figure: the same with a baseline and without. */
  public static Verdict failed(Failure failure) {
    Status status = failure.kind() == Failure.Kind.NOT_STABLE ? Status.UNSTABLE : Status.FAILED;
    return new Verdict(
        failure.id(), failure.mode(), null, status, null, null, null, failure.message());
  }

  @Override
  public int compareTo(Verdict other) {
    return ORDER.compare(this, other);
  }
}
