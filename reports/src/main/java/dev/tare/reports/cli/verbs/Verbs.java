package dev.tare.reports.cli.verbs;

import dev.tare.reports.cli.io.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs that measure and judge, put on a root. */
public final class Verbs {
  private Verbs() {}

  /** Adds each of them to {@code root}. */
  public static CommandLine addTo(CommandLine root, Surroundings surroundings) {
    CommandLine baseline = new CommandLine(new BaselineGroup())
        .addSubcommand(new BaselineVerb.ListVerb(surroundings))
        .addSubcommand(new BaselineVerb.ShowVerb(surroundings))
        .addSubcommand(new UpdateVerb(surroundings))
        .addSubcommand(new BaselineVerb.DeleteVerb(surroundings));
    return root.addSubcommand(new JudgingVerb.RunVerb(surroundings))
        .addSubcommand(new JudgingVerb.GateVerb(surroundings))
        .addSubcommand(new CompareVerb(surroundings))
        .addSubcommand(baseline)
        .addSubcommand(CopiesVerb.command(surroundings));
  }

  @Command(
      name = "baseline",
      description = "Lists, shows, updates or deletes baselines.",
      synopsisSubcommandLabel = "VERB")
  private static final class BaselineGroup implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
    private CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
  }
}
