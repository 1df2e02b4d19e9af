package dev.tare.reports.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A pair with all that is known of it.
 *
 * @param anchor its place on the page
 * @param benchmark short name
 * @param fullName class with its package, and method
 * @param params parameters but for the variant
 * @param verdict the worst one of its figures
 * @param metrics its figures, what is asked first in front
 * @param copying what the copying variant does where
 * @param lean what the lean one does
 * @param command what measures this pair alone
 */
public record PairView(
    String anchor,
    String benchmark,
    String fullName,
    String params,
    String verdict,
    List<MetricView> metrics,
    Places copying,
    Places lean,
    String command) {

  /** The figures as a script sorts by them: copying, lean and reduction of each metric. */
  public String sortKeys() {
    return MetricView.sortKeys(metrics);
  }

  /**
   * A figure of both variants.
   *
   * @param name what was counted
   * @param unit of both figures
   * @param copying the copying figure
   * @param lean the lean figure
   * @param reduction in percent
   * @param verdict the worse of the two
   * @param copyingValue the copying figure as a number
   * @param leanValue the lean figure as a number
   * @param fraction the reduction as a fraction; less than all others if there is none
   */
  public record MetricView(
      String name,
      String unit,
      String copying,
      String lean,
      String reduction,
      String verdict,
      double copyingValue,
      double leanValue,
      double fraction) {

    /** Figures as a script sorts by them: copying, lean and reduction of each. */
    static String sortKeys(List<MetricView> metrics) {
      return HtmlPage.numbers(metrics.stream()
          .flatMap(metric -> Stream.of(metric.copyingValue, metric.leanValue, metric.fraction))
          .toList());
    }

    /** What is left of the copying figure: 0 to 1. */
    public double left() {
      return copyingValue == 0 ? (leanValue == 0 ? 0 : 1) : Math.min(1, leanValue / copyingValue);
    }
  }

  /**
   * Where one variant copies and allocates.
   *
   * @param calls calls that copy, the most bytes first
   * @param allocations lines that allocate, the most bytes first; empty if they were not recorded
   */
  public record Places(List<CallView> calls, List<AllocationView> allocations) {}

  /**
   * What one call adds, an operation.
   *
   * @param times how often
   * @param bytes how many bytes it moves, or a dash
   * @param call what is called
   * @param line class, method and line, without the package
   * @param location the same with it
   */
  public record CallView(String times, String bytes, String call, String line, String location) {}

  /**
   * What one line allocates, an operation.
   *
   * @param bytes how many
   * @param share of the figure, 0 to 1
   * @param type of what
   * @param line class, method and line, without the package
   * @param location the same with it
   */
  public record AllocationView(
      String bytes, double share, String type, String line, String location) {}
}
