package dev.tare.scheduler.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into maps, lists, texts and numbers, and fails on whatever is not exactly one
 * JSON value in UTF-8, or names a member twice.
 */
public final class StrictJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictJson() {}

  /** The value of a document. */
  public static @Nullable Object parse(byte[] document) throws IOException {
    InputStreamReader decoded = new InputStreamReader(
        new ByteArrayInputStream(document),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonParser parser = FACTORY.createParser(decoded)) {
      if (parser.nextToken() == null) {
        throw new IOException("no value");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the value");
      }
      return value;
    }
  }

  /** The object of a document. */
  @SuppressWarnings("unchecked") // what value() makes of an object
  public static Map<String, @Nullable Object> object(byte[] document) throws IOException {
    if (parse(document) instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new IOException("no object");
  }

  /** Numbers are told apart by their value, as far as that can be computed. */
  private static Object number(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    return exponent >= 0 && text.length() - exponent > 5
        ? "the number " + text
        : new BigDecimal(text).stripTrailingZeros();
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        return members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        return elements;
      }
      case VALUE_STRING -> {
        return parser.getText();
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return number(parser.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return parser.getBooleanValue();
      }
      default -> {
        return null;
      }
    }
  }
}
