package dev.tare.reports.page;

import dev.tare.reports.page.PairView.MetricView;
import java.util.List;

/**
 * An area of a suite: the sums over its pairs, and the pairs.
 *
 * @param name its name; empty where there is one alone
 * @param verdict the worst one of its pairs
 * @param totals the sum of each metric, one operation of each pair
 * @param pairs by benchmark and parameters
 */
public record AreaView(String name, String verdict, List<MetricView> totals, List<PairView> pairs) {

  /** The sums as a script sorts by them. */
  public String sortKeys() {
    return MetricView.sortKeys(totals);
  }
}
