package dev.tare.reports.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, with the questions that a reader asks. What is not there, or is of
 * another kind, is an {@link IllegalArgumentException} that names it.
 */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String name;
  private final @Nullable Object value;

  private JsonTree(String name, @Nullable Object value) {
    this.name = name;
    this.value = value;
  }

  /** The document of this text, and nothing after it. */
  static JsonTree parse(String text) throws IOException {
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
  JsonTree get(String field) {
    if (value instanceof Map<?, ?> fields && fields.containsKey(field)) {
      return new JsonTree(field, fields.get(field));
    }
    throw new IllegalArgumentException("'" + name + "' has no '" + field + "'");
  }

  boolean has(String field) {
    return value instanceof Map<?, ?> fields && fields.containsKey(field);
  }

  List<JsonTree> elements() {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> new JsonTree(name, each)).toList();
    }
    throw new IllegalArgumentException("'" + name + "' is no array");
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> fields) {
      fields.keySet().forEach(key -> texts.put((String) key, get((String) key).text()));
      return texts;
    }
    throw new IllegalArgumentException("'" + name + "' is no object");
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("'" + name + "' is no text");
  }

  double number() {
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException("'" + name + "' is no number");
  }
}
