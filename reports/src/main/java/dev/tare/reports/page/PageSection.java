package dev.tare.reports.page;

import dev.tare.reports.page.PairView.MetricView;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.util.List;

/**
 * One environment on the page.
 *
 * @param section what it gave
 * @param anchor its place on the page
 * @param file where its records are
 * @param command what made them
 * @param totals the sum of each metric over all pairs
 * @param metrics the names of the metrics that pairs have, in their order
 * @param areas the pairs by area
 * @param singleMetrics the names of the metrics that other rows have, in their order
 * @param singles the other rows
 */
public record PageSection(
    Section section,
    String anchor,
    String file,
    String command,
    List<MetricView> totals,
    List<String> metrics,
    List<AreaView> areas,
    List<String> singleMetrics,
    List<SingleView> singles) {

  /** How many pairs there are. */
  public int pairCount() {
    return areas.stream().mapToInt(area -> area.pairs().size()).sum();
  }

  /** JVM and machine, but for the key. */
  public String circumstances() {
    String words = Wording.environment(section.environment());
    return words.substring(words.indexOf('·') + 1).strip();
  }

  /** Whether it is known of any pair which lines allocate. */
  public boolean hasAllocations() {
    return section.measurements().stream().anyMatch(figure -> !figure.sites().isEmpty());
  }
}
