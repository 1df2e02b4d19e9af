package dev.tare.scheduler.api.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemException;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @Test
  void members_comeInTheirOrder_eachAsItIsAskedFor() {
    try (JsonBody body = open("{\"text\":\"é\\n\",\"number\":-7,\"list\":[3, 4],\"none\":null,"
        + "\"raw\": {\"a\": [1.50]} }")) {
      assertThat(body.next()).isEqualTo("text");
      assertThat(body.text()).isEqualTo("é\n");
      assertThat(body.next()).isEqualTo("number");
      assertThat(body.integer()).isEqualTo(-7);
      assertThat(body.next()).isEqualTo("list");
      assertThat(body.wholes(5)).containsExactly(3, 4);
      assertThat(body.next()).isEqualTo("none");
      assertThat(body.isNull()).isTrue();
      assertThat(body.next()).isEqualTo("raw");
      assertThat(text(body.object())).isEqualTo("{\"a\": [1.50]}");
      assertThat(body.next()).isNull();
      assertThat(body.members()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|1|2",
        "{\"a\"|1|5",
        "{\"a\":1|1|7",
        "{\"a\":}|1|6",
        "{'a':1}|1|2",
        "{\"a\":01}|1|7",
        "{\"a\":1,}|1|8",
        "{\"a\":\"\\x\"}|1|8",
        "{\"a\":tru}|1|6",
        "{\"a\":1,\"a\":2}|1|11",
        "nix|1|1"
      })
  void text_thatIsNoJson_isMalformedAtItsPlace(String text, int line, int column) {
    Problem problem = problem(text, JsonBodyTest::walk);
    assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.detail()).doesNotContain("Source", "com.fasterxml", "(byte[])");
    assertThat(problem.column()).isEqualTo(column);
  }

  @Test
  void place_countsLines() {
    Problem problem = problem("{\n  \"a\": 1,\n  \"b\" 2\n}", JsonBodyTest::walk);
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.column()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true", "{} {}", "{}1", "{},"})
  void document_thatIsNotOneObject_isRefused(String text) {
    assertThat(problem(text, JsonBodyTest::walk).kind())
        .isIn(ProblemKind.INVALID, ProblemKind.MALFORMED_JSON);
  }

  @Test
  void encoding_otherThanUtf8_isRefused() {
    assertMalformed("{}".getBytes(UTF_16BE));
    assertMalformed(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{', '}'});
    assertMalformed(new byte[] {'{', 0, '}', 0});
    assertMalformed(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    assertMalformed(new byte[0]);
  }

  private static void assertMalformed(byte[] text) {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> JsonBody.checked(Bytes.of(text)));
    assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
  }

  @Test
  void wrongType_namesTheMember_whatItIs_andItsPlace() {
    assertWrong("{\"a\":1}", body -> body.text(), "a is a whole number: it is to be a text");
    assertWrong("{\"a\":\"1\"}", body -> body.integer(), "a is a text: it is to be a whole number");
    assertWrong("{\"a\":1.0}", body -> body.integer(), "a is a number with a fraction");
    assertWrong("{\"a\":2147483648}", body -> body.integer(), "at most 2147483647");
    assertWrong("{\"a\":99999999999999999999}", body -> body.wholes(1), "an array");
    assertWrong(
        "{\"a\":[99999999999999999999]}", body -> body.wholes(1), "at most 9223372036854775807");
    assertWrong("{\"a\":[1,2,3]}", body -> body.wholes(2), "more than 2 elements");
    assertWrong("{\"a\":[null]}", body -> body.wholes(2), "a is null");
    assertWrong("{\"a\":[]}", body -> body.object(), "a is an array: it is to be an object");
    assertWrong("{\"a\":\"\\ud800\"}", body -> body.text(), "half of a character");
    assertWrong(
        "{\"a\":0}",
        body -> {
          throw body.unknown("b and c");
        },
        "there is no member \"a\": there are b and c");
  }

  private static void assertWrong(String text, Consumer<JsonBody> reader, String detail) {
    Problem problem = problem(text, body -> {
      body.next();
      reader.accept(body);
    });
    assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
    assertThat(problem.field()).isEqualTo("a");
    assertThat(problem.detail()).contains(detail);
    assertThat(problem.line()).isEqualTo(1);
    assertThat(problem.column()).isGreaterThan(5);
  }

  @Test
  void depth_isLimited() {
    String deep = "{\"a\":" + "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH) + "}";
    assertThat(problem(deep, JsonBodyTest::walk).kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
    walk(open("{\"a\":" + "[".repeat(Json.MAX_DEPTH - 1) + "]".repeat(Json.MAX_DEPTH - 1) + "}"));
  }

  @Test
  void rawMembers_areCutOutExactly_andBadDocumentsAreTheSameAsElsewhere() throws IOException {
    long seed = System.nanoTime();
    RandomJson documents = new RandomJson(new Random(seed));
    for (int i = 0; i < 20_000; i++) {
      byte[] document = documents.damaged(documents.object(3));
      boolean good;
      try (JsonBody body = JsonBody.open(Bytes.of(document), true)) {
        for (String name = body.next(); name != null; name = body.next()) {
          Object written = StrictJson.parse(body.nameAsWritten().exactArray());
          assertThat(written).as("seed %d, round %d", seed, i).isEqualTo(name);
          Bytes raw = body.raw();
          assertThat(WellFormed.isJson(raw)).as("seed %d: %s", seed, text(raw)).isTrue();
        }
        good = true;
      } catch (ProblemException e) {
        good = false;
      }
      assertThat(good)
          .as("seed %d: %s", seed, new String(document, UTF_8))
          .isEqualTo(isObject(document));
    }
  }

  private static boolean isObject(byte[] document) {
    try {
      StrictJson.object(document);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonBody open(String text) {
    return JsonBody.open(Bytes.of(text.getBytes(UTF_8)));
  }

  private static void walk(JsonBody body) {
    while (body.next() != null) {
      body.skip();
    }
  }

  private static Problem problem(String text, Consumer<JsonBody> reader) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> {
      try (JsonBody body = open(text)) {
        reader.accept(body);
      }
    });
    return refusal.problem();
  }

  private static String text(Bytes bytes) {
    return new String(bytes.exactArray(), UTF_8);
  }
}
