package dev.tare.reports.cli.io;

import dev.tare.reports.gate.Selection;
import dev.tare.reports.history.History;
import dev.tare.reports.history.HistoryFile;
import dev.tare.reports.launch.MeasureResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The history that a run appends to. It is read before anything is measured, for one that can not
 * be read is worth no minute of waiting, and again when the run is appended: others may have been
 * meanwhile.
 */
public final class HistoryLog {
  private static final List<String> DESCRIBE =
      List.of("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*");
  private static final String UNKNOWN = "unknown";

  private final HistoryFile file;
  private final String commit;
  private final Surroundings surroundings;

  private HistoryLog(HistoryFile file, String commit, Surroundings surroundings) {
    this.file = file;
    this.commit = commit;
    this.surroundings = surroundings;
    file.read(surroundings.err()::println);
  }

  /** The history in this file, for a run of this commit or else that of the working directory. */
  public static HistoryLog at(Path file, Optional<String> commit, Surroundings surroundings) {
    return new HistoryLog(
        new HistoryFile(file), commit.orElseGet(HistoryLog::commitHere), surroundings);
  }

  /** Adds a run of each environment, and writes the file. */
  public void append(List<MeasureResult> results, Selection selection) {
    file.change(history -> appended(history, results, selection), surroundings.writer());
  }

  private History appended(History history, List<MeasureResult> results, Selection selection) {
    History all = history;
    for (MeasureResult result : results) {
      all = all.with(
          commit,
          result.environment().baselineKey(),
          result.measurements(),
          result.failures(),
          selection);
    }
    return all;
  }

  /** A working directory that differs from its commit says so; one without Git has no name. */
  private static String commitHere() {
    try {
      Process git = new ProcessBuilder(DESCRIBE)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !said.isEmpty() ? said : UNKNOWN;
    } catch (IOException noGit) {
      return UNKNOWN;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
