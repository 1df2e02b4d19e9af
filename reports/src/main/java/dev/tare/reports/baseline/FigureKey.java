package dev.tare.reports.baseline;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.Comparator;

/**
 * What a figure is a figure of; there is one baseline line a key. Ordered by row, mode and metric.
 *
 * @param id the row
 * @param mode how the figure is taken
 * @param metric what is counted
 */
public record FigureKey(BenchmarkId id, Mode mode, Metric metric) implements Comparable<FigureKey> {
  private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::id)
      .thenComparing(FigureKey::mode)
      .thenComparing(FigureKey::metric);

  /** The key of a measurement. */
  public static FigureKey of(Measurement measurement) {
    return new FigureKey(measurement.id(), measurement.mode(), measurement.metric());
  }

  @Override
  public int compareTo(FigureKey other) {
    return ORDER.compare(this, other);
  }

  /** Row, mode and metric, as {@code a.B.c[n=1] written bytes}. */
  @Override
  public String toString() {
    return id + " " + mode.label() + ' ' + metric.label();
  }
}
