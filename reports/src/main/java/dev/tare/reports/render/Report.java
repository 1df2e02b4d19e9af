package dev.tare.reports.render;

import dev.tare.reports.gate.Status;
import java.util.Comparator;
import java.util.List;

/**
 * All that a renderer shows.
 *
 * @param command what reproduces it, on one line, without credentials
 * @param sections one an environment
 */
public record Report(String command, List<Section> sections) {

  /** The worst status of all sections. */
  public Status worst() {
    return sections.stream().map(Section::worst).max(Comparator.naturalOrder()).orElse(Status.OK);
  }
}
