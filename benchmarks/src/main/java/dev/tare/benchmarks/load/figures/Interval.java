package dev.tare.benchmarks.load.figures;

import java.util.Arrays;

/**
 * The median of some rounds, and bounds that hold the true median in at least 93 of 100 cases,
 * whatever the distribution, if the rounds are independent of each other.
 *
 * <p>The bounds are order statistics: the true median lies outside of the k-th smallest and the
 * k-th greatest of n values with the probability that a fair coin falls fewer than k times on one
 * side, twice. Five rounds are the fewest that give any bounds: the least and the greatest.
 *
 * @param value the median
 * @param low lower bound, or NaN if the rounds are too few
 * @param high upper bound, or NaN
 */
public record Interval(double value, double low, double high) {
  private static final double CONFIDENCE = 0.93;

  /** Of at least one round. */
  public static Interval of(double... rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    int rank = rank(n);
    return rank == 0
        ? new Interval(median, Double.NaN, Double.NaN)
        : new Interval(median, sorted[rank - 1], sorted[n - rank]);
  }

  /** A figure that is what it is, without rounds. */
  public static Interval exactly(double value) {
    return new Interval(value, Double.NaN, Double.NaN);
  }

  /** Whether all of this lies below all of another; false if either has no bounds. */
  public boolean isBelow(Interval other) {
    return high < other.low;
  }

  /** The greatest k whose bounds are sure enough, or 0. */
  private static int rank(int n) {
    double tail = Math.pow(0.5, n); // of 0 among n tosses
    double outside = 0;
    int rank = 0;
    while (rank < n / 2) {
      outside += 2 * tail;
      if (1 - outside < CONFIDENCE) {
        break;
      }
      rank++;
      tail *= (double) (n - rank + 1) / rank;
    }
    return rank;
  }
}
