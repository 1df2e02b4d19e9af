package dev.tare.reports.page;

import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All that stands on the page of a report.
 *
 * @param report verdict and patch
 * @param sections one an environment
 * @param figures flame graphs and the like
 * @param anchors names of places that are still free
 */
public record Page(Report report, List<PageSection> sections, Figures figures, Anchors anchors) {

  /**
   * The page of this report.
   *
   * @param files the name of each section's records, by its number
   */
  public static Page of(Report report, Function<Integer, String> files, Figures figures) {
    Anchors anchors = new Anchors();
    List<PageSection> sections = new ArrayList<>();
    for (Section section : report.sections()) {
      sections.add(Sections.of(section, files.apply(sections.size()), report.command(), anchors));
    }
    return new Page(report, sections, figures, anchors);
  }

  /** What would tell which lines allocate; empty if that is known, or nothing was measured. */
  public String allocationsCommand() {
    boolean known = sections.isEmpty() || sections.stream().anyMatch(PageSection::hasAllocations);
    return known || !report.command().contains(" run") ? "" : report.command() + " --sites";
  }
}
