package dev.tare.scheduler.worker.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReaderTest {

  @Test
  void fields_areReadInTheirOrder() {
    try (ParameterReader reader = ParameterReader.of(
        padded("{\"s\": \"größe\", \"b\": true, \"l\": [\"x\", \"\"], \"m\": {\"k\": \"v\"}}"))) {
      assertThat(reader.nextField()).isTrue();
      assertThat(reader.field()).isEqualTo("s");
      assertThat(reader.string()).isEqualTo("größe");
      assertThat(reader.nextField()).isTrue();
      assertThat(reader.bool()).isTrue();
      assertThat(reader.nextField()).isTrue();
      assertThat(reader.strings(2)).containsExactly("x", "");
      assertThat(reader.nextField()).isTrue();
      assertThat(reader.stringMap(1)).containsEntry("k", "v").hasSize(1);
      assertThat(reader.nextField()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": [1, {\"b\": \"ü\"}]}", "[]", "[\"]\"]", "{}"})
  void contentThatIsJson_isAViewOfTheParameters(String json) {
    Bytes parameters = padded("{\"ä\": \"b\", \"body\":  " + json + " , \"z\": \"\"}");
    try (ParameterReader reader = ParameterReader.of(parameters)) {
      reader.nextField();
      reader.string();
      reader.nextField();
      Bytes content = reader.content();

      assertThat(content).isEqualTo(Bytes.of(json.getBytes(StandardCharsets.UTF_8)));
      assertThat(content.array()).as("no copy").isSameAs(parameters.array());
      assertThat(reader.nextField()).as("reading goes on behind it").isTrue();
      assertThat(reader.field()).isEqualTo("z");
    }
  }

  @Test
  void contentThatIsText_isItsUtf8() {
    Bytes content = read("{\"body\": \"ü\\n\"}", ParameterReader::content);

    assertThat(content).isEqualTo(Bytes.of("ü\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void wrongType_saysWhereWhatAndWhatToUse() {
    assertRefused("{\"f\": 7}", ParameterReader::string, "parameters.f is a number: use a string");
    assertRefused("{\"f\": null}", ParameterReader::string, "parameters.f is null: use a string");
    assertRefused(
        "{\"f\": \"x\"}", ParameterReader::bool, "parameters.f is a string: use true or false");
    assertRefused(
        "{\"f\": {}}",
        reader -> reader.strings(9),
        "parameters.f is an object: use an array of strings");
    assertRefused(
        "{\"f\": [\"a\", false]}",
        reader -> reader.strings(9),
        "parameters.f[1] is a boolean: use a string");
    assertRefused(
        "{\"f\": {\"k\": []}}",
        reader -> reader.stringMap(9),
        "parameters.f.k is an array: use a string");
  }

  @Test
  void tooManyEntries_areRefused() {
    assertRefused(
        "{\"f\": [\"a\", \"b\"]}",
        reader -> reader.strings(1),
        "parameters.f has more than 1 entries");
    assertRefused(
        "{\"f\": {\"a\": \"\", \"b\": \"\"}}",
        reader -> reader.stringMap(1),
        "parameters.f has more than 1 entries");
  }

  @Test
  void malformedJson_saysWhere_andShowsNoValue() {
    assertThatThrownBy(() -> read("{\"f\": secret}", ParameterReader::string))
        .isInstanceOf(ValidationException.class)
        .hasMessageStartingWith("parameters are no JSON at line 1, column ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null"})
  void whatIsNoObject_isRefused(String json) {
    assertThatThrownBy(() -> ParameterReader.of(padded(json)))
        .isInstanceOf(ValidationException.class)
        .hasMessage("parameters are no JSON object: use {\"field\": value, …}");
  }

  @Test
  void whatFollowsTheObject_isRefused() {
    try (ParameterReader reader = ParameterReader.of(padded("{} {}"))) {
      assertThatThrownBy(reader::nextField)
          .isInstanceOf(ValidationException.class)
          .hasMessage("parameters go on after their object: send one JSON object");
    }
  }

  private static <T> T read(String json, Function<ParameterReader, T> field) {
    try (ParameterReader reader = ParameterReader.of(padded(json))) {
      assertThat(reader.nextField()).isTrue();
      return field.apply(reader);
    }
  }

  private static void assertRefused(
      String json, Function<ParameterReader, ?> field, String message) {
    assertThatThrownBy(() -> read(json, field))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
  }

  private static Bytes padded(String json) {
    return ExampleContext.of(json).parameters();
  }
}
