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
import java.util.function.Consumer;

/**
 * A history on disk. It is replaced as a whole, so that a reader and a power cut see the runs
 * before or those after; two processes that append at the same time may lose one of the two runs.
 */
public final class HistoryFile {
  private final Path file;

  /** The history in this file, which need not be there. */
  public HistoryFile(Path file) {
    this.file = file;
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
   * Writes it: all of it, or the file is as it was.
   *
   * @throws UserError if it can not be written
   */
  public void write(History history, DurableWriter writer) {
    FileChanges changes = new FileChanges(writer);
    changes.put(file, HistoryFormat.write(history).getBytes(StandardCharsets.UTF_8));
    try {
      changes.commit();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write the history " + file + ": " + IoReason.of(failure)
              + "; clear the cause, or name another file with --history",
          failure);
    }
  }
}
