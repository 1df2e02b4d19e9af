package dev.tare.scheduler.api.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ ] ",
        "null",
        "0",
        "-0.0e-0",
        "\"\"",
        "[[[]],{}]",
        "{\"a\":{\"b\":[1,2]}}\n",
        "\"\\u12aF\\\\\\/\"",
        "1E400",
        "\"😀é\"",
        "[1 , 2 ]",
        "{\"a\" : 1 , \"a\" : 2}"
      })
  void json_isTold(String text) {
    assertThat(WellFormed.isJson(bytes(text.getBytes(UTF_8)))).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "[}",
        "{]",
        "{\"a\":1]",
        "[1}",
        "01",
        "-",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+1",
        "0x1",
        "nul",
        "nulls",
        "True",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"\t\"",
        "\"\u0000\"",
        "1 2",
        "{}{}",
        "[] x",
        "NaN",
        "Infinity",
        "'a'",
        "// c\n1",
        "\"a\"b",
        "tru",
        "[1 2]",
        "{\"a\" 1}"
      })
  void text_thatIsNoJson_isTold(String text) {
    assertThat(WellFormed.isJson(bytes(text.getBytes(UTF_8)))).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u00af",
        "\u00c1\u00bf",
        "\u00e0\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f0\u0080\u0080\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00ff",
        "\u0080",
        "\u00c3",
        "\u00e2\u0082",
        "\u00f0\u009f\u0098",
        "\u00c3(",
        "\u00e2(\u00a1"
      })
  void bytes_thatAreNotUtf8_areNoJson(String latin1) {
    byte[] bytes = ("\"" + latin1 + "\"").getBytes(ISO_8859_1);
    assertThat(WellFormed.isUtf8(bytes(bytes))).isFalse();
    assertThat(WellFormed.isJson(bytes(bytes))).isFalse();
  }

  @Test
  void depth_isLimited() {
    int most = Json.MAX_DEPTH;
    String deepest = "[".repeat(most) + "]".repeat(most);
    assertThat(WellFormed.isJson(bytes(deepest.getBytes(UTF_8)))).isTrue();
    assertThat(WellFormed.isJson(bytes(("[" + deepest + "]").getBytes(UTF_8)))).isFalse();
    String mixed = "{\"a\":[".repeat(most / 2) + "]}".repeat(most / 2);
    assertThat(WellFormed.isJson(bytes(mixed.getBytes(UTF_8)))).isTrue();
  }

  @Test
  void everyCharacter_isUtf8() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(c).getBytes(UTF_8);
        if (!WellFormed.isUtf8(Bytes.of(bytes))) {
          throw new AssertionError("U+" + Integer.toHexString(c) + " is a character");
        }
      }
    }
  }

  @Test
  void damagedDocuments_areJudgedAsByAnotherParser() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RandomJson documents = new RandomJson(random);
    int valid = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = documents.damaged(documents.value(4));
      boolean expected = parses(bytes);
      valid += expected ? 1 : 0;
      assertThat(WellFormed.isJson(bytes(bytes)))
          .as("seed %d, round %d: %s", seed, i, new String(bytes, UTF_8))
          .isEqualTo(expected);
      assertThat(WellFormed.isUtf8(bytes(bytes)))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(decodes(bytes));
    }
    assertThat(valid).as("seed %d", seed).isBetween(3_000, 27_000);
  }

  @Test
  void judgement_allocatesNothing() {
    Bytes document = bytes("{\"a\":[1,2.5e3,\"\\u00e9é\",true,null],\"b\":{}}".getBytes(UTF_8));
    assertThat(Allocated.bytesPerCall(100, () -> {
          if (!WellFormed.isJson(document)) {
            throw new AssertionError("it is JSON");
          }
        }))
        .isZero();
  }

  /** Names that come twice are allowed here: they are JSON, if not wise. */
  private static boolean parses(byte[] document) {
    try {
      StrictJson.parse(document);
      return true;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("Duplicate field") && withoutRest(document);
    }
  }

  private static boolean withoutRest(byte[] document) {
    try (var parser = new com.fasterxml.jackson.core.JsonFactory().createParser(document)) {
      int depth = 0;
      boolean ended = false;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (ended) {
          return false;
        }
        parser.finishToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        ended = depth == 0;
      }
      return ended && decodes(document);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** In the middle of an array whose other bytes would mislead who reads them. */
  private static Bytes bytes(byte[] text) {
    byte[] array = new byte[text.length + 2];
    array[0] = '"';
    array[array.length - 1] = '"';
    System.arraycopy(text, 0, array, 1, text.length);
    return Bytes.of(array, 1, text.length);
  }
}
