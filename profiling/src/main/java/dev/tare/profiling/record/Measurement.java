package dev.tare.profiling.record;

import java.util.List;

/**
 * One figure: what one row costs by one metric in one mode. Zero is a figure; a missing figure is a
 * {@link Failure}, never a measurement.
 *
 * @param id the row
 * @param mode how it was taken
 * @param metric what was counted
 * @param value the figure an operation, in the metric's unit
 * @param low the least of the disjoint determinations
 * @param high the greatest of them; equal to {@code low} exactly when the figure is exact
 * @param sites where it comes from, the greatest first, if that was asked for; they add up to it
 */
public record Measurement(
    BenchmarkId id,
    Mode mode,
    Metric metric,
    double value,
    double low,
    double high,
    List<Site> sites) {

  /** Refuses figures that are no numbers, negative, or outside their own range. */
  public Measurement {
    if (!(low >= 0 && low <= value && value <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          id + ": not a figure: " + value + " in [" + low + ", " + high + "]");
    }
    sites = List.copyOf(sites);
  }

  /** A figure without its sites. */
  public Measurement(
      BenchmarkId id, Mode mode, Metric metric, double value, double low, double high) {
    this(id, mode, metric, value, low, high, List.of());
  }

  /** A figure on which all determinations agreed to the byte. */
  public static Measurement exact(BenchmarkId id, Mode mode, Metric metric, double value) {
    return new Measurement(id, mode, metric, value, value, value);
  }

  /** Of two determinations of one figure the lesser, with the range of both. */
  public Measurement or(Measurement other) {
    return new Measurement(
        id,
        mode,
        metric,
        Math.min(value, other.value),
        Math.min(low, other.low),
        Math.max(high, other.high),
        value <= other.value ? sites : other.sites);
  }

  /** Whether all determinations agreed; if not, the figure is varying and has a range. */
  public boolean isExact() {
    return low == high;
  }
}
