package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.FormatOption;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.history.HistoryFile;
import dev.tare.reports.history.Trend;
import dev.tare.reports.history.TrendPage;
import dev.tare.reports.history.TrendText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    if (!Files.exists(history)) {
      throw new UserError(
          ExitCode.ERROR,
          "there is no history " + history + ": make one with 'run --history " + history + "'");
    }
    List<Trend> trends = Trend.of(new HistoryFile(history).read(surroundings.err()::println));
    surroundings
        .out()
        .print(
            switch (format.format()) {
              case TEXT -> TrendText.text(trends);
              case MARKDOWN -> TrendText.markdown(trends);
              case JSON ->
                throw new UserError(
                    ExitCode.USAGE, "a history is told as text or markdown, not as json");
            });
    Path page = out.resolve("history.html");
    FileChanges changes = new FileChanges(surroundings.writer());
    changes.put(page, TrendPage.render(trends).getBytes(StandardCharsets.UTF_8));
    try {
      changes.commit();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write " + page + ": " + IoReason.of(failure)
              + "; clear the cause, or name another directory with --out",
          failure);
    }
    surroundings.err().flush();
    surroundings.out().println(page);
    return ExitCode.OK.code();
  }
}
