package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.Format;
import dev.tare.reports.history.HistoryFile;
import dev.tare.reports.history.Trend;
import dev.tare.reports.history.TrendPage;
import dev.tare.reports.history.TrendText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A history in words, and as {@code history.html}. */
final class HistoryView {
  private HistoryView() {}

  /** Prints what changed, and writes the page; the last line is its path. */
  static void show(Path history, Path directory, Format format, Surroundings surroundings) {
    if (!Files.exists(history)) {
      throw new UserError(
          ExitCode.ERROR,
          "there is no history " + history + ": make one with 'run --history " + history + "'");
    }
    List<Trend> trends = Trend.of(new HistoryFile(history).read(surroundings.err()::println));
    String text = switch (format) {
      case TEXT -> TrendText.text(trends);
      case MARKDOWN -> TrendText.markdown(trends);
      case JSON ->
        throw new UserError(ExitCode.USAGE, "a history is told as text or markdown, not as json");
    };
    Path page = directory.resolve("history.html");
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
    surroundings.out().print(text);
    surroundings.out().println(page);
  }
}
