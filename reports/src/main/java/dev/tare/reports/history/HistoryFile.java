package dev.tare.reports.history;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.history.HistoryFormat.Content;
import dev.tare.reports.history.HistoryFormat.MalformedHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A history on disk. It is replaced as a whole, so that a reader and a power cut see the runs
 * before or those after. Any number of threads and processes may change it at the same time: each
 * waits until the one before it is done.
 */
public final class HistoryFile {
  /** A change takes a fraction of a second, however many wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path file;
  private final Duration patience;

  /** The history in this file, which need not be there. */
  public HistoryFile(Path file) {
    this(file, PATIENCE);
  }

  /** The same, for which a change waits so long at most until others are done. */
  HistoryFile(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Reads it; a file that is not there has no runs.
   *
   * @param told hears of a last run that is torn, which is left out
   * @throws UserError if it can not be read, or is no history
   */
  public History read(Consumer<String> told) {
    if (!Files.exists(file)) {
      return History.empty();
    }
    try {
      Content content = HistoryFormat.read(Files.readString(file, StandardCharsets.UTF_8));
      if (content.torn()) {
        told.accept("the last run in " + file + " is not whole, and left out");
      }
      return content.history();
    } catch (MalformedHistory wrong) {
      throw new UserError(
          ExitCode.ERROR,
          "no history can be read from " + file + ": " + wrong.getMessage()
              + "; mend the line, or name another file with --history",
          wrong);
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot read the history " + file + ": " + IoReason.of(failure)
              + "; clear the cause, or name another file with --history",
          failure);
    }
  }

  /**
   * Reads it as it now is, and writes what {@code change} makes of that: all of it, or the file is
   * as it was. Nobody else changes it meanwhile; a last run that is torn is left out.
   *
   * @throws UserError if it can not be read or written, or another process does not let go of it
   */
  public void change(UnaryOperator<History> change, DurableWriter writer) {
    try {
      HistoryLock.holding(file, patience, () -> {
        FileChanges changes = new FileChanges(writer);
        String text = HistoryFormat.write(change.apply(read(torn -> {})));
        changes.put(file, text.getBytes(StandardCharsets.UTF_8));
        changes.commit();
      });
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write the history " + file + ": " + IoReason.of(failure)
              + "; clear the cause, or name another file with --history",
          failure);
    }
  }
}
