package dev.tare.scheduler.worker.executor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an executor's own configuration out of a JSON object, field by field, from its bytes: no
 * tree is built. For one thread.
 *
 * <pre>{@code
 * try (ParameterReader reader = ParameterReader.of(parameters)) {
 *   while (reader.nextField()) {
 *     switch (reader.field()) {
 *       case "url" -> url = reader.string();
 *       default -> throw reader.unknownField("url");
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Every method throws {@link ValidationException} where the JSON is malformed or of another type
 * than the field's: with the field, what it is, and what it may be. Values are never part of a
 * message.
 */
public final class ParameterReader implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Bytes bytes;
  private final JsonParser parser;
  private String field = "";

  private ParameterReader(Bytes bytes, JsonParser parser) {
    this.bytes = bytes;
    this.parser = parser;
  }

  /** Begins at the object's first field. */
  public static ParameterReader of(Bytes parameters) {
    try {
      JsonParser parser =
          JSON.createParser(parameters.array(), parameters.offset(), parameters.length());
      ParameterReader reader = new ParameterReader(parameters, parser);
      if (reader.next() != JsonToken.START_OBJECT) {
        throw new ValidationException("parameters are no JSON object: use {\"field\": value, …}");
      }
      return reader;
    } catch (IOException e) {
      throw new IllegalStateException("an array is read without I/O", e);
    }
  }

  /** Goes to the next field; false at the object's end, and then nothing but blanks follows. */
  public boolean nextField() {
    JsonToken token = next();
    if (token == JsonToken.FIELD_NAME) {
      field = name();
      return true;
    }
    if (next() != null) {
      throw new ValidationException("parameters go on after their object: send one JSON object");
    }
    return false;
  }

  /** The present field's name. */
  public String field() {
    return field;
  }

  /** The field's string. */
  public String string() {
    return text(next(), null);
  }

  /** The field's boolean. */
  public boolean bool() {
    JsonToken token = next();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw wrongType(null, token, "true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** The field's array of strings, at most {@code most}. */
  public List<String> strings(int most) {
    JsonToken token = next();
    if (token != JsonToken.START_ARRAY) {
      throw wrongType(null, token, "an array of strings");
    }
    List<String> strings = new ArrayList<>();
    while ((token = next()) != JsonToken.END_ARRAY) {
      checkCount(strings.size(), most);
      strings.add(text(token, "[" + strings.size() + "]"));
    }
    return strings;
  }

  /** The field's object of strings, at most {@code most}, in their order. */
  public Map<String, String> stringMap(int most) {
    JsonToken token = next();
    if (token != JsonToken.START_OBJECT) {
      throw wrongType(null, token, "an object of strings");
    }
    Map<String, String> map = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      checkCount(map.size(), most);
      String key = name();
      map.put(key, text(next(), "." + key));
    }
    return map;
  }

  /**
   * The field's value as the bytes of a message: a string's own text in UTF-8, and an object or an
   * array as it stands in the parameters, without a copy.
   */
  public Bytes content() {
    JsonToken token = next();
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return Bytes.of(text(token, null).getBytes(StandardCharsets.UTF_8));
    }
    int begin = (int) parser.currentTokenLocation().getByteOffset();
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw malformed(e);
    }
    int end = (int) parser.currentLocation().getByteOffset();
    return Bytes.of(bytes.array(), bytes.offset() + begin, end - begin);
  }

  /** To be thrown when the present field means nothing to the executor. */
  public ValidationException unknownField(String known) {
    return new ValidationException("parameters." + field + " is not known: use " + known);
  }

  /** To be thrown when the present field's value is of the right type and still no good. */
  public ValidationException invalid(String what) {
    return new ValidationException("parameters." + field + ' ' + what);
  }

  /** To be thrown when the object has ended without a field that it must have. */
  public static ValidationException missing(String field, String expected) {
    return new ValidationException("parameters." + field + " is missing: use " + expected);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new IllegalStateException("an array is read without I/O", e);
    }
  }

  private @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private String text(@Nullable JsonToken token, @Nullable String within) {
    if (token != JsonToken.VALUE_STRING) {
      throw wrongType(within, token, "a string");
    }
    try {
      return parser.getText();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private void checkCount(int present, int most) {
    if (present == most) {
      throw invalid("has more than " + most + " entries");
    }
  }

  private ValidationException wrongType(
      @Nullable String within, @Nullable JsonToken token, String expected) {
    return new ValidationException("parameters." + field + (within == null ? "" : within) + " is "
        + kind(token) + ": use " + expected);
  }

  private static String kind(@Nullable JsonToken token) {
    if (token == null) {
      return "missing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "null";
    };
  }

  private static ValidationException malformed(IOException e) {
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      return new ValidationException("parameters are no JSON at line "
          + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr());
    }
    return new ValidationException("parameters are no JSON");
  }
}
