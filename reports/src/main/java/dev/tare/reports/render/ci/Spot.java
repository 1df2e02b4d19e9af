package dev.tare.reports.render.ci;

import dev.tare.reports.causes.SiteChange;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.render.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place that a verdict points at.
 *
 * @param method class and method
 * @param file where that is, if it is known
 * @param line the line there, 0 if unknown
 */
record Spot(String method, Optional<String> file, int line) {

  /** Where to look for a verdict: what grew, the most first; without that, the benchmark. */
  static List<Spot> of(Section section, Verdict verdict, Sources sources) {
    List<Spot> spots = new ArrayList<>();
    section.causeOf(verdict).ifPresent(cause -> {
      for (SiteChange change : cause.changes()) {
        if (change.growth() > 0) {
          int line = change.lines().isEmpty() ? 0 : change.lines().get(0);
          spots.add(at(change.method(), line, sources));
        }
      }
    });
    if (spots.isEmpty()) {
      spots.add(at(verdict.id().benchmark(), 0, sources));
    }
    return spots;
  }

  private static Spot at(String method, int line, Sources sources) {
    String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
    return new Spot(method, sources.fileOf(type), line);
  }
}
