package dev.tare.reports.profile;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.profile.row.RowFiles;
import dev.tare.reports.profile.row.StackTables;
import dev.tare.reports.profile.row.Stacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Two profiles that are there already, recordings or collapsed stacks, and their difference. */
public final class GivenProfiles {
  private static final byte[] RECORDING = {'F', 'L', 'R', 0};

  private GivenProfiles() {}

  /**
   * Writes {@code cpu-diff.html}, from the first to the second, and {@code cpu-diff-reverse.html}.
   *
   * @param event what of the recordings is compared, and how the files are called
   * @param top how many lines to print
   * @return what is to be printed
   * @throws UserError if one of them is no profile
   */
  public static String difference(
      Path before, Path after, ProfileEvent event, int top, Path directory, DurableWriter writer) {
    String first = collapsed(before, event);
    String second = collapsed(after, event);
    Path forward = directory.resolve(event.label() + "-diff.html");
    Path reverse = directory.resolve(event.label() + "-diff-reverse.html");
    String title = event.label() + ", ";
    FileChanges changes = new FileChanges(writer);
    try {
      changes.put(forward, Conversion.difference(first, second, title + before + " → " + after));
      changes.put(reverse, Conversion.difference(second, first, title + after + " → " + before));
      changes.commit();
    } catch (IOException failure) {
      throw RowFiles.notWritten(directory, failure);
    }
    StackTables tables = new StackTables(top, new Attribution(List.of()));
    return event.label() + ", " + before + " → " + after + '\n'
        + tables.difference(Stacks.of(first, event), Stacks.of(second, event)) + forward + '\n'
        + reverse + '\n';
  }

  private static String collapsed(Path file, ProfileEvent event) {
    try {
      String text = isRecording(file)
          ? Conversion.collapsed(file, event)
          : Files.readString(file, StandardCharsets.UTF_8);
      if (Stacks.of(text, event).total() == 0) {
        throw new UserError(
            ExitCode.ERROR,
            file + ": it has no samples of " + event.label() + ": name another --event");
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new UserError(
          ExitCode.ERROR, file + ": neither a recording nor collapsed stacks: " + e.getMessage());
    } catch (IOException e) {
      throw new UserError(ExitCode.ERROR, file + ": can not be read: " + IoReason.of(e), e);
    }
  }

  private static boolean isRecording(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(RECORDING.length), RECORDING);
    }
  }
}
