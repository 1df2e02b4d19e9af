package dev.tare.scheduler.model.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NewTaskTest {

  @Test
  void defaults_areTheSpecifications() {
    NewTask task = valid().build();

    assertThat(task.timeoutSeconds()).isEqualTo(300);
    assertThat(task.maxRetries()).isZero();
    assertThat(task.status()).isEqualTo(TaskStatus.ACTIVE);
    assertThat(task.schedule()).isNull();
    assertThat(task.parameters()).isEqualTo(json("{}"));
    assertThat(task.dependencies()).isSameAs(Ids.NONE);
    assertThat(task.shardCount()).isZero();
  }

  @Test
  void texts_haveTheirLengths() {
    assertThat(NewTask.builder("x".repeat(255), "y".repeat(100))
            .schedule("z".repeat(255))
            .build())
        .isNotNull();
    refused(NewTask.builder("x".repeat(256), "t"), "name of a task has 256 characters");
    refused(NewTask.builder("", "t"), "name of a task has 0 characters");
    refused(NewTask.builder(" \t", "t"), "name of a task has 2 characters, all blank");
    refused(NewTask.builder("a\0b", "t"), "name of a task has a NUL");
    refused(NewTask.builder("n", "y".repeat(101)), "taskType of a task has 101");
    refused(valid().schedule("z".repeat(256)), "schedule of a task has 256");
    refused(valid().schedule(""), "schedule of a task has 0");
  }

  @Test
  void numbers_haveTheirRanges() {
    assertThat(valid().timeoutSeconds(1).maxRetries(0).build()).isNotNull();
    assertThat(valid().timeoutSeconds(86_400).maxRetries(10).build()).isNotNull();
    refused(valid().timeoutSeconds(0), "timeoutSeconds of a task is 0: it is 1 to 86400");
    refused(valid().timeoutSeconds(86_401), "timeoutSeconds of a task is 86401");
    refused(valid().maxRetries(-1), "maxRetries of a task is -1: it is 0 to 10");
    refused(valid().maxRetries(11), "maxRetries of a task is 11");
  }

  @Test
  void parameters_areOneJsonObject() {
    for (String accepted :
        new String[] {" {\"a\": [1, {\"b\": null}], \"größe\": \"∞\"} \n", "{\"a\":{}}", "{}"}) {
      assertThat(valid().parameters(json(accepted)).build().parameters()).isEqualTo(json(accepted));
    }
    refused(valid().parameters(json("")), "are no JSON object");
    refused(valid().parameters(json("[]")), "are no JSON object");
    refused(valid().parameters(json("\"a\"")), "are no JSON object");
    for (String broken : new String[] {
      "{",
      "{\"a\"",
      "{\"a\":",
      "{\"a\":[}",
      "{\"a\":1,}",
      "{\"a\":\"b",
      "{\"a\":\"\\x\"}",
      "{a:1}",
      "{\"a\":[\"b\\u12\"]}",
      "nope",
      "{\"a\":{\"b\":1}"
    }) {
      refused(valid().parameters(json(broken)), "are no JSON at byte ");
    }
    refused(valid().parameters(json("{} {}")), "go on after");
    refused(valid().parameters(json("{} x")), "are no JSON at byte ");
    refused(
        valid()
            .parameters(Bytes.of(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'})),
        "are no JSON at byte ");
  }

  @Test
  void parameters_haveAHundredKeysOnTop() {
    assertThat(valid().parameters(object(100)).build()).isNotNull();
    refused(valid().parameters(object(101)), "have 101 keys: they have at most 100");
    assertThat(valid().parameters(json("{\"a\":" + text(object(101)) + "}")).build())
        .as("keys further down do not count")
        .isNotNull();
  }

  @Test
  void parameters_haveAMebibyte() {
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) ' ');
    large[0] = '{';
    large[1] = '}';
    assertThat(valid().parameters(Bytes.of(large, 0, 1 << 20)).build()).isNotNull();
    refused(valid().parameters(Bytes.of(large)), "have 1048577 bytes: they have at most 1048576");
  }

  @Test
  void deeplyNestedParameters_areRefusedAndNotFatal() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    refused(valid().parameters(json(deep)), "are no JSON: Document nesting depth");
  }

  @Test
  void dependencies_areFiftyDistinct() {
    long[] fifty = LongStream.rangeClosed(1, 50).toArray();
    assertThat(valid().dependencies(Ids.of(fifty)).build()).isNotNull();
    refused(
        valid().dependencies(Ids.of(LongStream.rangeClosed(1, 51).toArray())),
        "dependencies of a task are 51: there are at most 50");
    refused(valid().dependencies(Ids.of(3, 1, 3)), "name task 3 twice");
    assertThat(Ids.of(3, 1, 2)).as("the order stays").hasToString("[3,1,2]");
  }

  @Test
  void shards_haveACountAndAKey() {
    assertThat(valid().shards(1, "k").build()).isNotNull();
    assertThat(valid().shards(1000, "k").build()).isNotNull();
    assertThat(valid().shards(0, null).build()).isNotNull();
    refused(valid().shards(1001, "k"), "shard count of a task is 1001: it is 1 to 1000");
    refused(valid().shards(-1, "k"), "shard count of a task is -1");
    refused(valid().shards(2, null), "need a count and a key");
    refused(valid().shards(0, "k"), "need a count and a key");
    refused(valid().shards(2, ""), "shard key of a task has 0");
  }

  private static NewTask.Builder valid() {
    return NewTask.builder("name", "type");
  }

  private static void refused(NewTask.Builder builder, String message) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(message);
  }

  private static Bytes object(int keys) {
    return json(IntStream.range(0, keys)
        .mapToObj(i -> "\"k" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}")));
  }

  private static Bytes json(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }
}
