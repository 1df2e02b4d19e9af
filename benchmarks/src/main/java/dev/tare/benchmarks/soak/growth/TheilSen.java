package dev.tare.benchmarks.soak.growth;

import java.util.Arrays;

/**
 * The slope of a series, and within which bounds it lies: the median of the slopes between all
 * pairs of points, which a few outliers do not move.
 *
 * <p>Source: P. K. Sen, <i>Estimates of the Regression Coefficient Based on Kendall's Tau</i>,
 * Journal of the American Statistical Association 63 (1968). The bounds hold the slope in 95 of 100
 * cases if the points lie about their line independently of each other.
 *
 * @param slope in the unit of y for one of x
 * @param low lower bound
 * @param high upper bound
 */
public record TheilSen(double slope, double low, double high) {
  private static final double NORMAL_QUANTILE = 1.959964; // of 0.975

  /** Of at least three points, no two with the same x. */
  public static TheilSen of(double[] x, double[] y) {
    int n = x.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int filled = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[filled++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    Arrays.sort(slopes);
    double spread = NORMAL_QUANTILE * Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
    int low = (int) Math.floor((slopes.length - spread) / 2);
    int high = (int) Math.ceil((slopes.length + spread) / 2);
    return new TheilSen(
        median(slopes), slopes[Math.max(0, low)], slopes[Math.min(slopes.length - 1, high)]);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
