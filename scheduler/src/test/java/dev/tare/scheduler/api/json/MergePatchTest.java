package dev.tare.scheduler.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

  /** The examples of RFC 7396, appendix A, that patch an object with an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
        "{\"a\":\"b\"}|{\"b\":\"c\"}|{\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"}|{\"a\":null}|{}",
        "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
        "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
        "{\"a\":\"c\"}|{\"a\":[\"b\"]}|{\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]}|{\"a\":[1]}|{\"a\":[1]}",
        "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
        "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}"
      })
  void patch_isApplied(String target, String patch, String result) {
    assertThat(apply(target, patch)).isEqualTo(result);
  }

  @Test
  void untouchedMembers_stayAsTheyAreWritten() {
    assertThat(apply(" {\"n\": 1.50e3, \"é\\u0061\" :[ 1 ] }", "{\"x\":1}"))
        .isEqualTo("{\"n\":1.50e3,\"é\\u0061\":[ 1 ],\"x\":1}");
    assertThat(apply("{\"a\":1}", "{\"\\u0061\":2}")).isEqualTo("{\"a\":2}");
  }

  @Test
  void randomPatches_giveWhatTheDefinitionSays() throws IOException {
    long seed = System.nanoTime();
    RandomJson documents = new RandomJson(new Random(seed));
    for (int i = 0; i < 5_000; i++) {
      String target = documents.object(3);
      String patch = documents.object(3);
      Object expected =
          merged(StrictJson.parse(target.getBytes(UTF_8)), StrictJson.parse(patch.getBytes(UTF_8)));
      assertThat(StrictJson.parse(apply(target, patch).getBytes(UTF_8)))
          .as("seed %d: %s with %s", seed, target, patch)
          .isEqualTo(expected);
    }
  }

  /** The pseudocode of RFC 7396, section 2. */
  private static @Nullable Object merged(@Nullable Object target, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return patch;
    }
    Map<Object, @Nullable Object> result = new LinkedHashMap<>();
    if (target instanceof Map<?, ?> members) {
      result.putAll(members);
    }
    changes.forEach((name, value) -> {
      if (value == null) {
        result.remove(name);
      } else {
        result.put(name, merged(result.get(name), value));
      }
    });
    return result;
  }

  private static String apply(String target, String patch) {
    Bytes result =
        MergePatch.apply(Bytes.of(target.getBytes(UTF_8)), Bytes.of(patch.getBytes(UTF_8)));
    return new String(result.exactArray(), UTF_8);
  }
}
