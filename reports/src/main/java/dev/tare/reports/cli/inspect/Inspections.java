package dev.tare.reports.cli.inspect;

import dev.tare.reports.cli.io.Surroundings;
import picocli.CommandLine;

/** The verbs that show, put on a root. */
public final class Inspections {
  private Inspections() {}

  /** Adds each of them to {@code root}. */
  public static CommandLine addTo(CommandLine root, Surroundings surroundings) {
    return root.addSubcommand(new SitesVerb(surroundings))
        .addSubcommand(new LayoutVerb(surroundings))
        .addSubcommand(new ProfileVerb(surroundings))
        .addSubcommand(new ReportVerb(surroundings));
  }
}
