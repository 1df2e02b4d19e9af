package dev.tare.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads files of this command's own formats, which anybody may have changed. */
public final class JsonFile {
  private static final int SCHEMA = 1;
  private static final long MOST_BYTES = 128L * 1024 * 1024;

  private JsonFile() {}

  /**
   * What {@code reader} makes of a file of schema 1.
   *
   * @param advice what to give in its place
   * @param reader throws IllegalArgumentException for what it can not use
   * @throws UserError with file and reason, if it can not be read or used
   */
  public static <T> T read(Path file, String advice, Function<JsonTree, T> reader) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException("is larger than " + MOST_BYTES + " bytes");
      }
      JsonTree document = JsonTree.parse(Files.readString(file, StandardCharsets.UTF_8));
      if (document.get("schema").number() != SCHEMA) {
        throw new IllegalArgumentException("is not of schema " + SCHEMA);
      }
      return reader.apply(document);
    } catch (JsonProcessingException wrong) {
      throw unusable(file, "is no JSON: " + wrong.getOriginalMessage(), advice, wrong);
    } catch (IOException failure) {
      throw unreadable(file, advice, failure);
    } catch (IllegalArgumentException wrong) {
      throw unusable(file, String.valueOf(wrong.getMessage()), advice, wrong);
    }
  }

  /** The error that a file can not be used. */
  public static UserError unusable(Path file, String why, String advice, Exception cause) {
    return new UserError(ExitCode.ERROR, file + ": " + why + "; " + advice, cause);
  }

  /** The error that a file can not be read. */
  public static UserError unreadable(Path file, String advice, IOException failure) {
    return unusable(file, IoReason.of(failure), advice, failure);
  }
}
