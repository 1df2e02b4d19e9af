package dev.tare.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, with the questions that a reader asks. What is not there, or is of
 * another kind, is an {@link IllegalArgumentException} that names it.
 */
public final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String name;
  private final @Nullable Object value;

  private JsonTree(String name, @Nullable Object value) {
    this.name = name;
    this.value = value;
  }

  /** The document of this text, and nothing after it. */
  public static JsonTree parse(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      JsonTree tree = new JsonTree("document", read(json));
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("holds more than one document");
      }
      return tree;
    }
  }

  private static @Nullable Object read(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("is empty");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String field = json.currentName();
          json.nextToken();
          fields.put(field, read(json));
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(json));
        }
        yield elements;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_NULL -> null;
      default -> json.getText();
    };
  }

  /** The field of this name. */
  public JsonTree get(String field) {
    if (value instanceof Map<?, ?> fields && fields.containsKey(field)) {
      return new JsonTree(field, fields.get(field));
    }
    throw new IllegalArgumentException("'" + name + "' has no '" + field + "'");
  }

  /** Whether there is such a field. */
  public boolean has(String field) {
    return value instanceof Map<?, ?> fields && fields.containsKey(field);
  }

  /** The elements of an array. */
  public List<JsonTree> elements() {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> new JsonTree(name, each)).toList();
    }
    throw new IllegalArgumentException("'" + name + "' is no array");
  }

  /** The fields of an object, all of which are texts. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields().forEach((field, text) -> texts.put(field, text.text()));
    return texts;
  }

  /** The fields of an object, in their order. */
  public Map<String, JsonTree> fields() {
    if (value instanceof Map<?, ?> fields) {
      Map<String, JsonTree> all = new LinkedHashMap<>();
      fields.keySet().forEach(key -> all.put((String) key, get((String) key)));
      return all;
    }
    throw new IllegalArgumentException("'" + name + "' is no object");
  }

  /** A text. */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("'" + name + "' is no text");
  }

  /** A number that is finite. */
  public double number() {
    if (value instanceof Double number && Double.isFinite(number)) {
      return number;
    }
    throw new IllegalArgumentException("'" + name + "' is no number");
  }

  /** Whether it is {@code null}. */
  public boolean isNull() {
    return value == null;
  }

  /** The elements of an array in that field; none if it is not there. */
  public List<JsonTree> elements(String field) {
    return has(field) ? get(field).elements() : List.of();
  }

  /** The text in that field; {@code otherwise} if it is not there. */
  public String text(String field, String otherwise) {
    return has(field) ? get(field).text() : otherwise;
  }

  /** The one of these that has this text as its label. */
  public <T> T labelled(T[] all, Function<T, String> label) {
    String text = text();
    return Stream.of(all)
        .filter(each -> label.apply(each).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not known"));
  }
}
