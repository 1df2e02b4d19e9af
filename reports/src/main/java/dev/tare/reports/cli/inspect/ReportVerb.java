package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.FormatOption;
import dev.tare.reports.cli.verbs.Verb;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pages of what was measured before. */
@Command(
    name = "report",
    sortOptions = false,
    description = {
      "Shows what changed over the runs that --history of run and gate has kept, and where.",
      "Writes history.html; the last line is its path."
    })
final class ReportVerb extends Verb {
  @Option(
      names = "--history",
      paramLabel = "FILE",
      required = true,
      description = "The file that the runs were appended to.")
  private Path history = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where history.html goes; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out");

  @Mixin
  private FormatOption format = new FormatOption();

  ReportVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    HistoryView.show(history, out, format.format(), surroundings);
    return ExitCode.OK.code();
  }
}
