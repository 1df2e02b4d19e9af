package dev.tare.scheduler.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutputTest {
  private static final SerializedString A = JsonOutput.name("a");
  private static final SerializedString B = JsonOutput.name("b");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonOutput json = new JsonOutput(bytes);

  @Test
  void members_ofEveryKind_areWritten() throws IOException {
    json.begin();
    json.object()
        .number(A, 1)
        .text(B, "é\"\n")
        .text(JsonOutput.name("c"), null)
        .flag(JsonOutput.name("d"), true)
        .instant(JsonOutput.name("e"), 0)
        .instant(JsonOutput.name("f"), 1_772_366_400_123L)
        .number(JsonOutput.name("g"), 0.5)
        .number(JsonOutput.name("h"), Double.NaN)
        .json(JsonOutput.name("i"), Bytes.of("{\"x\": 1.50}".getBytes(UTF_8)))
        .array(JsonOutput.name("j"))
        .number(1)
        .text("2")
        .object()
        .endObject()
        .endArray()
        .object(JsonOutput.name("k"))
        .endObject()
        .nothing(JsonOutput.name("l"))
        .endObject();
    json.end();
    assertThat(bytes.toString(UTF_8))
        .isEqualTo("{\"a\":1,\"b\":\"é\\\"\\n\",\"c\":null,\"d\":true,\"e\":null,"
            + "\"f\":\"2026-03-01T12:00:00.123Z\",\"g\":0.5,\"h\":null,\"i\":{\"x\": 1.50},"
            + "\"j\":[1,\"2\",{}],\"k\":{},\"l\":null}");
  }

  @Test
  void storedBytes_areWrittenAsTheyAre_orInBase64_whateverTheyAre() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RandomJson documents = new RandomJson(random);
    for (int i = 0; i < 3_000; i++) {
      byte[] stored = documents.damaged(documents.value(3));
      bytes.reset();
      json.begin();
      json.object().stored(A, B, Bytes.of(stored)).endObject();
      json.end();
      Map<String, ?> read;
      boolean isJson = WellFormed.isJson(Bytes.of(stored));
      if (isJson && new String(stored, UTF_8).contains("{")) {
        continue; // members that come twice are JSON that the strict reader refuses
      }
      read = StrictJson.object(bytes.toByteArray());
      if (isJson) {
        assertThat(read.get("a")).as("seed %d", seed).isEqualTo(StrictJson.parse(stored));
      } else {
        assertThat(Base64.getDecoder().decode((String) read.get("b")))
            .as("seed %d", seed)
            .isEqualTo(stored);
      }
      assertThat(read).hasSize(1);
    }
  }

  /** Short values go through the generator's buffer, long ones past it, others just do not fit. */
  @ParameterizedTest
  @ValueSource(ints = {2, 500, 1_999, 2_047, 2_048, 2_049, 7_999, 8_000, 8_001, 20_000})
  void storedJson_ofAnyLength_standsInItsPlace(int length) throws IOException {
    String value = '"' + "x".repeat(length - 2) + '"';
    byte[] array = ("[" + value + "]").getBytes(UTF_8);
    json.begin();
    json.object();
    for (int i = 0; i < 20; i++) {
      json.json(A, Bytes.of(array, 1, length)).number(B, i);
    }
    json.endObject();
    json.end();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      expected.append(i == 0 ? '{' : ',').append("\"a\":").append(value);
      expected.append(",\"b\":").append(i);
    }
    assertThat(bytes.toString(UTF_8)).isEqualTo(expected.append('}').toString());
  }

  @Test
  void abandonedDocument_leavesNothingBehind() throws IOException {
    json.begin();
    json.object().text(A, "x");
    json.abandon();
    bytes.reset();
    json.begin();
    json.object().endObject();
    json.end();
    assertThat(bytes.toString(UTF_8)).isEqualTo("{}");
  }

  @Test
  void instants_areWrittenAsTheLibraryWritesThem() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    char[] written = new char[IsoInstant.CHARS];
    long first = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    for (int i = 0; i < 50_000; i++) {
      long millis = i == 0 ? first : i == 1 ? last : random.nextLong(first, last + 1);
      assertThat(IsoInstant.fits(millis)).isTrue();
      IsoInstant.write(millis, written);
      String text = new String(written);
      if (Instant.parse(text).toEpochMilli() != millis) {
        throw new AssertionError("seed " + seed + ": " + millis + " was written as " + text);
      }
    }
    assertThat(IsoInstant.fits(first - 1)).isFalse();
    assertThat(IsoInstant.fits(last + 1)).isFalse();
  }
}
