package dev.tare.scheduler.model.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the values of a definition may be. */
final class TaskRules {
  static final int NAME_CHARS = 255;
  static final int TYPE_CHARS = 100;
  static final int SCHEDULE_CHARS = 255;
  static final int PARAMETERS_BYTES = 1 << 20;
  static final int PARAMETERS_KEYS = 100;
  static final int DEPENDENCIES = 50;
  static final int SHARDS = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  private TaskRules() {}

  static void checkText(String field, String value, int most) {
    if (value.isBlank() || value.length() > most) {
      throw new ValidationException(field + " of a task has " + value.length()
          + (value.isBlank() ? " characters, all blank" : " characters")
          + ": it has 1 to " + most);
    }
    if (value.indexOf('\0') >= 0) {
      throw new ValidationException(field + " of a task has a NUL character: leave it out");
    }
  }

  static void checkRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ValidationException(
          field + " of a task is " + value + ": it is " + least + " to " + most);
    }
  }

  /** Reads the bytes once, from token to token; builds no tree. */
  static void checkParameters(Bytes parameters) {
    if (parameters.length() > PARAMETERS_BYTES) {
      throw new ValidationException("parameters of a task have " + parameters.length()
          + " bytes: they have at most " + PARAMETERS_BYTES);
    }
    int keys = 0;
    try (JsonParser parser =
        JSON.createParser(parameters.array(), parameters.offset(), parameters.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ValidationException("parameters of a task are no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys++;
        parser.nextToken();
        parser.skipChildren();
        parser.finishToken(); // a text is read lazily, and so are its errors
      }
      if (parser.nextToken() != null) {
        throw new ValidationException("parameters of a task go on after their JSON object");
      }
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation(); // what breaks a limit of the parser has none
      String where = location == null ? "" : " at byte " + location.getByteOffset();
      throw new ValidationException(
          "parameters of a task are no JSON" + where + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("an array can not fail to be read", e);
    }
    if (keys > PARAMETERS_KEYS) {
      throw new ValidationException(
          "parameters of a task have " + keys + " keys: they have at most " + PARAMETERS_KEYS);
    }
  }

  static void checkDependencies(Ids dependencies) {
    if (dependencies.size() > DEPENDENCIES) {
      throw new ValidationException("dependencies of a task are " + dependencies.size()
          + ": there are at most " + DEPENDENCIES);
    }
    long[] sorted = dependencies.array().clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw new ValidationException(
            "dependencies of a task name task " + sorted[i] + " twice: once is enough");
      }
    }
  }

  static void checkShards(int count, @Nullable String key) {
    if (count < 0 || count > SHARDS) {
      throw new ValidationException(
          "shard count of a task is " + count + ": it is 1 to " + SHARDS + ", or 0 without shards");
    }
    if ((count == 0) != (key == null)) {
      throw new ValidationException("shards of a task need a count and a key, or neither");
    }
    if (key != null) {
      checkText("shard key", key, NAME_CHARS);
    }
  }
}
