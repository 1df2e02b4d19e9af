package dev.tare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tare.benchmarks.load.figures.LoadSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every load end to end, shortly. What is asserted is what was counted, and never a time; and that
 * its file has what the files have by which the report is tested, and nothing else.
 */
class LoadsTest {
  /** Where the report's tests keep a file of each load that is run here. */
  private static final Path KEPT = Path.of("..", "reports", "src", "test", "resources", "loads");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void api_asksBothServersAtTheRate() throws Exception {
    JsonNode found =
        load("api", "api", "--rounds 1 --seconds 1 --warm-up 0 --rate 20 --tasks 8 --heap 64");

    assertThat(found.get("series")).hasSize(12);
    for (JsonNode series : found.get("series")) {
      assertThat(series.get("rate").asInt()).isEqualTo(20);
      assertThat(series.get("count").asInt()).isEqualTo(20);
    }
    JsonNode bytes = measure(found, "list tasks at 20/s", "server's bytes a request");
    assertThat(bytes.get("ratio").asDouble()).isLessThan(1); // it is why lean ships
    assertThat(measure(found, "mix at 20/s", "p99").get("bar").asDouble()).isEqualTo(0.8);
  }

  @Test
  void queue_sendsThroughBothVariantsOfBothQueues() throws Exception {
    JsonNode found = load("queue", "queue", "--rounds 5 --messages 300 --payload 200 --batch 7");

    assertThat(found.get("measures")).hasSize(8);
    for (JsonNode measure : found.get("measures")) {
      assertThat(measure.get("copying").asDouble()).isPositive();
      assertThat(measure.get("lean").asDouble()).isPositive();
    }
    JsonNode bytes = measure(found, "memory, 200 B, 4 producers", "bytes a message");
    assertThat(bytes.get("lean").asDouble()).isGreaterThan(200).isLessThan(2_000);
  }

  @Test
  void latency_timesEveryBodyInOneProcess() throws Exception {
    JsonNode found =
        load("latency-sqlite", "latency", "--rounds 5 --seconds 1 --warm-up 1 --rate 30");

    assertThat(found.get("series")).hasSize(2);
    for (JsonNode series : found.get("series")) {
      assertThat(series.get("count").asInt()).isEqualTo(5 * 30);
    }
    assertThat(measure(found, "submit to body at 30/s, same process", "p50").has("limit"))
        .isFalse(); // the limits are those of PostgreSQL
  }

  @Test
  void latency_timesEveryBodyInAnotherProcess() throws Exception {
    JsonNode found = load(
        "latency-postgresql",
        "latency",
        "--db embedded --where other_process --rounds 2 --seconds 1 --warm-up 1 --rate 30");

    assertThat(found.get("series").get(0).get("variant").asText()).isEqualTo("other process");
    assertThat(found.get("series").get(0).get("count").asInt()).isEqualTo(2 * 30);
    assertThat(measure(found, "submit to body at 30/s, other process", "p99")
            .get("limit")
            .asInt())
        .isEqualTo(50);
  }

  @Test
  void idle_countsStatementsAndBytes() throws Exception {
    JsonNode found = load("idle", "idle", "--db embedded --rounds 1 --seconds 2 --settle 0");

    assertThat(measure(found, "idle node", "statements").get("lean").asDouble()).isPositive();
    assertThat(measure(found, "idle node", "allocated").get("lean").asDouble()).isPositive();
  }

  @Test
  void memory_findsTheSmallestHeap() throws Exception {
    JsonNode found = load("memory", "memory", "--rounds 1 --tasks 300 --heap 24");

    String group = "drain of 300 runs of 200 B";
    JsonNode smallest = measure(found, group, "smallest heap that completes");
    assertThat(smallest.get("copying").asInt()).isBetween(2, 24);
    assertThat(smallest.get("lean").asInt()).isBetween(2, 24);
    JsonNode live = measure(found, group, "peak live heap");
    assertThat(live.get("lean").asDouble()).isBetween(0.5, 24.0);
    assertThat(measure(found, group, "allocated a task").get("ratio").asDouble())
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      api --rate 0                    | load: --rate 0: use a number from 1 to 100000
      api --ask why                   | load: no question is called why: use list tasks or task
      api --quick                     | load: there is no option --quick: use --ask, --rate
      queue --queue rabbit            | load: no queue is called rabbit: use memory or jdbc
      queue --batch 9999              | load: --batch 9999: use a number from 1 to 2000
      latency --where other_process   | load: processes share work over PostgreSQL
      idle --rounds 0                 | load: --rounds 0: use a number from 1 to 100
      memory --heap 4                 | load: --heap 4: use a number from 8 to 100000
      memory --db oracle              | load: --db: no database is called oracle
      memory --out                    | load: --out needs a value after it
      """)
  void badUsage_isOneLineAndItsOwnExitCode(String line, String message) {
    assertThat(run(words(line))).isEqualTo(2);

    assertThat(text(err)).startsWith(message).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void heapThatIsTooSmallForTheDrain_isToldWithTheWayOut() {
    assertThat(run(words("memory --rounds 1 --tasks 5000 --payload 100000 --heap 8")))
        .isOne();

    assertThat(text(err)).contains("does not complete in 8 MiB: give a larger --heap");
  }

  /** The load's file, once it has been checked that what is printed and what is kept is alike. */
  private JsonNode load(String name, String operation, String options) throws IOException {
    Path folder = Path.of("target", "loads", name);
    List<String> words = words(operation + " " + options);
    words.addAll(List.of("--format", "json", "--out", folder.toString()));

    assertThat(run(words)).as(text(err)).isZero();

    Path file = folder.resolve(operation + ".json");
    String json = Files.readString(file);
    assertThat(text(out)).isEqualTo(json);
    assertThat(LoadSchema.problems(json)).isEmpty();
    JsonNode found = new ObjectMapper().readTree(json);
    for (JsonNode series : found.get("series")) {
      assertThat(folder.resolve(series.get("log").asText())).isNotEmptyFile();
    }
    Path kept = KEPT.resolve(name + ".json");
    assertThat(JsonShape.of(found))
        .as("if the change is meant, copy benchmarks/%s to %s", file, kept)
        .isEqualTo(JsonShape.of(new ObjectMapper().readTree(Files.readString(kept))));
    return found;
  }

  private static JsonNode measure(JsonNode found, String group, String name) {
    for (JsonNode measure : found.get("measures")) {
      if (measure.get("group").asText().equals(group)
          && measure.get("name").asText().equals(name)) {
        return measure;
      }
    }
    throw new AssertionError("no " + name + " of " + group + " in " + found);
  }

  /** An underscore stands for a blank within a word. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(word.replace('_', ' '));
    }
    return words;
  }

  private int run(List<String> words) {
    return LoadMain.run(
        words,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
