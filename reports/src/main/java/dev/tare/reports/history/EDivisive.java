package dev.tare.reports.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Where the distribution of a noisy series changes: hierarchical divisive estimation by the energy
 * statistic.
 *
 * <p>Source: D. S. Matteson and N. A. James, <i>A Nonparametric Approach for Multiple Change Point
 * Analysis of Multivariate Data</i>, Journal of the American Statistical Association 109 (2014),
 * with the exponent 1, and both parts of a split reaching to the ends of their segment. A split is
 * believed if at most one permutation in a hundred of the points within their segments gives one as
 * strong. The permutations are drawn from a fixed seed: the same series has the same answer.
 */
final class EDivisive {
  /** The fewest points on each side of a change. */
  static final int SHORTEST = 5;

  private static final int PERMUTATIONS = 199;
  private static final double LEVEL = 0.01;
  private static final long SEED = 0x7a7265;

  private EDivisive() {}

  /**
   * The indices at which something new begins, ascending: at least {@link #SHORTEST} apart, from
   * each other and from both ends. Takes time in the square of the length.
   */
  static List<Integer> changes(double... series) {
    NavigableSet<Integer> bounds = new TreeSet<>(List.of(0, series.length));
    SplittableRandom random = new SplittableRandom(SEED);
    while (true) {
      Split best = bestSplit(series, bounds);
      if (best.strength() <= 0 || !isBelievable(series, bounds, best, random)) {
        List<Integer> changes = new ArrayList<>(bounds);
        return List.copyOf(changes.subList(1, Math.max(1, changes.size() - 1)));
      }
      bounds.add(best.at());
    }
  }

  private static boolean isBelievable(
      double[] series, NavigableSet<Integer> bounds, Split split, SplittableRandom random) {
    // Past these no round can bring it back below the level: most series without a change end here.
    int most = (int) (LEVEL * (PERMUTATIONS + 1)) - 1;
    int asStrong = 0;
    double[] permuted = Arrays.copyOf(series, series.length);
    for (int round = 0; round < PERMUTATIONS && asStrong <= most; round++) {
      int from = 0;
      for (int to : bounds.tailSet(0, false)) {
        shuffle(permuted, from, to, random);
        from = to;
      }
      if (bestSplit(permuted, bounds).strength() >= split.strength()) {
        asStrong++;
      }
    }
    return asStrong <= most;
  }

  private static Split bestSplit(double[] series, NavigableSet<Integer> bounds) {
    Split best = new Split(0, 0);
    int from = 0;
    for (int to : bounds.tailSet(0, false)) {
      Split split = bestSplit(series, from, to);
      best = split.strength() > best.strength() ? split : best;
      from = to;
    }
    return best;
  }

  /** The split of {@code [from, to)} whose parts are the farthest from each other. */
  private static Split bestSplit(double[] series, int from, int to) {
    double within = 0;
    for (int i = from; i < to; i++) {
      within += distances(series, i, from, i);
    }
    double all = within;
    double left = 0;
    double right = within;
    Split best = new Split(0, 0);
    for (int at = from + 1; at <= to - SHORTEST; at++) {
      left += distances(series, at - 1, from, at - 1);
      right -= distances(series, at - 1, at, to);
      if (at - from >= SHORTEST) {
        double strength = strength(left, right, all - left - right, at - from, to - at);
        best = strength > best.strength() ? new Split(at, strength) : best;
      }
    }
    return best;
  }

  private static double strength(double left, double right, double across, int n, int m) {
    double energy = 2 * across / ((double) n * m)
        - 2 * left / ((double) n * (n - 1))
        - 2 * right / ((double) m * (m - 1));
    return energy * n * m / (n + m);
  }

  private static double distances(double[] series, int point, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(series[point] - series[i]);
    }
    return sum;
  }

  private static void shuffle(double[] values, int from, int to, SplittableRandom random) {
    for (int i = to - 1; i > from; i--) {
      int other = random.nextInt(from, i + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  /** Where, and how much the parts differ; 0 if they do not. */
  private record Split(int at, double strength) {}
}
