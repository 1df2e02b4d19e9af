package dev.tare.reports.render;

import dev.tare.reports.gate.Status;
import java.util.Comparator;
import java.util.List;

/**
 * All that a renderer shows.
 *
 * @param command what reproduces it, on one line, without credentials
 * @param sections one an environment
 * @param claim the patch of the baseline that would make every figure one within it, or empty
 */
public record Report(String command, List<Section> sections, String claim) {

  /** A report with nothing to claim. */
  public Report(String command, List<Section> sections) {
    this(command, sections, "");
  }

  /** The same with this patch. */
  public Report claiming(String patch) {
    return new Report(command, sections, patch);
  }

  /** The same with other sections. */
  public Report with(List<Section> others) {
    return new Report(command, others, claim);
  }

  /** The worst status of all sections. */
  public Status worst() {
    return sections.stream().map(Section::worst).max(Comparator.naturalOrder()).orElse(Status.OK);
  }
}
