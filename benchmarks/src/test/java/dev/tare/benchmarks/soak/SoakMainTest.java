package dev.tare.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Short soaks, each in a JVM of its own: what other tests have left behind goes away at times that
 * are theirs. What the whole process holds besides the heap is known only where the script runs
 * them.
 */
class SoakMainTest {
  private static final String RUNS = "48000";
  private static final String SAMPLES = "24";
  private static final long LIMIT_SECONDS = 180;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  @Test
  void scheduler_isFlatInWhatTheJvmTells() throws Exception {
    Ended soak = soak("--format", "json");

    JsonNode tree = new ObjectMapper().readTree(soak.out());
    assertThat(verdict(tree, "heap after a collection")).as(soak.out()).isEqualTo("flat");
    assertThat(verdict(tree, "threads")).as(soak.out()).isEqualTo("flat");
    assertThat(verdict(tree, "files and connections")).as(soak.out()).isEqualTo("flat");
    assertThat(verdict(tree, "direct buffers")).as(soak.out()).isEqualTo("flat");
    assertThat(tree.get("samples")).hasSize(Integer.parseInt(SAMPLES));
    assertThat(soak.code()).as(soak.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "registry, heap after a collection, java.util.HashMap$Node",
    "rate-limit, heap after a collection, java.util.HashMap$Node",
    "pool, heap after a collection, [B",
    "interner, heap after a collection, java.lang.String",
    "thread, threads, java.lang.Thread"
  })
  void plantedLeak_isTold(String leak, String quantity, String culprit) throws Exception {
    Ended soak = soak("--plant", leak);

    assertThat(soak.code()).as(soak.out() + soak.err()).isEqualTo(3);
    assertThat(soak.out()).contains("\ngrowing: " + quantity).contains(culprit);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --runs 10        | soak: --runs 10: use a number from 1000 to 1000000000
      --plant weeds    | soak: no leak is called weeds: use registry or rate-limit or pool
      --quick          | soak: there is no option --quick: use --runs
      --db oracle      | soak: --db: no database is called oracle
      """)
  void badUsage_isOneLineAndItsOwnExitCode(String line, String message) {
    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(text(err)).startsWith(message).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void help_isWhatWasAskedFor() {
    assertThat(run("--help")).isZero();

    assertThat(text(out)).startsWith("usage: soak [options]");
  }

  private static String verdict(JsonNode tree, String quantity) {
    for (JsonNode growth : tree.get("growths")) {
      if (growth.get("quantity").asText().equals(quantity)) {
        return growth.get("verdict").asText();
      }
    }
    throw new AssertionError("no " + quantity + " in " + tree);
  }

  /** A soak as the script runs it, but short, and without C2, which would have most of the time. */
  private Ended soak(String... arguments) throws Exception {
    Path printed = folder.resolve("out");
    Path told = folder.resolve("err");
    List<String> words = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xms64m",
        "-Xmx64m",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-cp",
        System.getProperty("java.class.path"),
        SoakMain.class.getName(),
        "--runs",
        RUNS,
        "--samples",
        SAMPLES));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words)
        .redirectOutput(printed.toFile())
        .redirectError(told.toFile())
        .start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
          .as("ended after " + LIMIT_SECONDS + " s: " + Files.readString(told))
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(printed), Files.readString(told));
  }

  private int run(String... arguments) {
    return SoakMain.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private record Ended(int code, String out, String err) {}
}
