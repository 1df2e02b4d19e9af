package dev.tare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tinyDrainOverSqlite_measuresOursAsJson() throws Exception {
    assertThat(run("drain", "--tasks", "900", "--rounds", "2", "--format", "json"))
        .as(text(err))
        .isZero();

    JsonNode tree = new ObjectMapper().readTree(out.toByteArray());
    assertThat(tree.get("results")).hasSize(1);
    JsonNode result = tree.get("results").get(0);
    assertThat(result.get("subject").asText()).startsWith("ours");
    assertThat(result.get("operation").asText()).isEqualTo("drain");
    assertThat(result.get("database").asText()).isEqualTo("SQLite");
    assertThat(result.get("tasksPerSecond").asDouble()).isPositive();
    assertThat(result.get("bytesPerTask").asDouble()).isGreaterThan(200); // the payload alone
    assertThat(result.get("roundTripsPerTask").isNull()).isTrue();
    assertThat(result.get("serverCpuMicros").isNull()).isTrue();
    assertThat(result.get("rounds").asInt()).isEqualTo(2);
    assertThat(result.get("tasksPerSecondByRound")).hasSize(2);
    assertThat(tree.get("ratios")).isEmpty();
  }

  @Test
  void badUsage_isOneLineAndItsOwnExitCode() {
    assertThat(run("drain", "--db", "oracle")).isEqualTo(2);

    assertThat(text(err).lines()).hasSize(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void help_isWhatWasAskedFor() {
    assertThat(run("--help")).isZero();

    assertThat(text(out)).startsWith("usage: load drain|enqueue");
  }

  private int run(String... arguments) {
    return LoadMain.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
