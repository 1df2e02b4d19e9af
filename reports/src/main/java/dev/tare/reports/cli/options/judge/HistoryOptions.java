package dev.tare.reports.cli.options.judge;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that a run's figures are appended to. */
public final class HistoryOptions {
  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Append this run's figures to this file, which 'tare report --history' shows.")
  private @Nullable Path file;

  @Option(
      names = "--commit",
      paramLabel = "ID",
      description =
          "What the history says was measured; default: the commit of the working" + " directory.")
  private @Nullable String commit;

  /** The file, if there is to be one. */
  public Optional<Path> file() {
    if (file == null && commit != null) {
      throw new UserError(
          ExitCode.USAGE, "--commit names a run of a history: add --history, or leave it out");
    }
    return Optional.ofNullable(file);
  }

  /** What was measured, if the user says so. */
  public Optional<String> commit() {
    return Optional.ofNullable(commit).filter(text -> !text.isBlank());
  }
}
