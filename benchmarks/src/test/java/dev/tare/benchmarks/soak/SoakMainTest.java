package dev.tare.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short soaks; what the whole process holds besides is known only where the script runs them. */
class SoakMainTest {
  private static final String RUNS = "48000";
  private static final String SAMPLES = "12";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void scheduler_isFlatInWhatThisJvmTells() throws Exception {
    int end = run("--runs", RUNS, "--samples", SAMPLES, "--format", "json");

    JsonNode tree = new ObjectMapper().readTree(out.toByteArray());
    assertThat(verdict(tree, "heap after a collection")).as(text(out)).isEqualTo("flat");
    assertThat(verdict(tree, "threads")).as(text(out)).isEqualTo("flat");
    assertThat(verdict(tree, "files and connections")).as(text(out)).isEqualTo("flat");
    assertThat(verdict(tree, "direct buffers")).as(text(out)).isEqualTo("flat");
    assertThat(tree.get("samples")).hasSize(12);
    assertThat(end).as(text(err)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "registry, heap after a collection, java.util.HashMap$Node",
    "rate-limit, heap after a collection, java.util.HashMap$Node",
    "pool, heap after a collection, [B",
    "interner, heap after a collection, java.lang.String",
    "thread, threads, java.lang.Thread"
  })
  void plantedLeak_isTold(String leak, String quantity, String culprit) {
    assertThat(run("--runs", RUNS, "--samples", SAMPLES, "--plant", leak))
        .as(text(out) + text(err))
        .isEqualTo(3);

    assertThat(text(out)).contains("\ngrowing: " + quantity).contains(culprit);
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

  private int run(String... arguments) {
    return SoakMain.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
