package dev.tare.benchmarks.load.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Times of one thing, in rounds.
 *
 * @param group series of one group belong into one chart
 * @param variant copying, lean, or what else is compared
 * @param rate arrivals a second, or NaN if nothing arrived by the clock
 * @param rounds a histogram each, in nanoseconds, with the instants when it began and ended
 */
public record Series(String group, String variant, double rate, List<Histogram> rounds) {
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9.]+");
  private static final double[] POINTS = {50, 90, 99, 99.9};

  /** Keeps its own list. */
  public Series {
    rounds = List.copyOf(rounds);
  }

  /** An empty histogram of nanoseconds: three digits, up to ten minutes. */
  public static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, DIGITS);
  }

  /** Records a time; one that is beyond the histogram counts as the longest that it can hold. */
  public static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.min(Math.max(nanos, 0), LONGEST_NANOS));
  }

  /** All rounds as one. */
  public Histogram merged() {
    Histogram all = histogram();
    rounds.forEach(all::add);
    return all;
  }

  /** A percentile by its round, in microseconds. */
  public double[] micros(double percentile) {
    return rounds.stream()
        .mapToDouble(round -> micros(round.getValueAtPercentile(percentile)))
        .toArray();
  }

  /** A percentile over the rounds, in microseconds. */
  public Interval point(double percentile) {
    return Interval.of(micros(percentile));
  }

  /** By name: p50, p90, p99 and p99.9. */
  public Map<String, Interval> points() {
    Map<String, Interval> points = new LinkedHashMap<>();
    for (double percentile : POINTS) {
      points.put(name(percentile), point(percentile));
    }
    return points;
  }

  /** The name of its log beside the other files. */
  public String logName(String operation) {
    String name = operation + '-' + group + '-' + variant;
    return ODD.matcher(name).replaceAll("-") + ".hlog";
  }

  private static String name(double percentile) {
    return percentile == Math.rint(percentile) ? "p" + (long) percentile : "p" + percentile;
  }

  static double micros(long nanos) {
    return nanos / 1e3;
  }
}
