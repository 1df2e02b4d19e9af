package dev.tare.reports.page.figure;

import dev.tare.reports.page.chart.PercentileChart;
import java.util.List;

/**
 * What a load gave: latency by percentile, and other measures of copying against lean.
 *
 * @param title the operation
 * @param charts one a group of series; none if the load has no latency
 * @param measures copying against lean
 * @param source where it comes from
 */
public record LatencyFigure(
    String title, List<PercentileChart> charts, List<Measure> measures, Source source) {

  /**
   * One measure.
   *
   * @param group what it is of
   * @param name what was measured
   * @param unit of both
   * @param copying value, or a dash
   * @param lean value, or a dash
   * @param ratio of lean to copying in percent, with its interval, or a dash
   * @param fraction that ratio as a fraction; less than 0 if there is none
   * @param moreIsBetter whether the greater figure is the better one
   * @param bar what the ratio must not exceed, or empty
   * @param met whether it does not; true if there is no bar
   */
  public record Measure(
      String group,
      String name,
      String unit,
      String copying,
      String lean,
      String ratio,
      double fraction,
      boolean moreIsBetter,
      String bar,
      boolean met) {}
}
