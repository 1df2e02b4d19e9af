package dev.tare.benchmarks.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/tare?user=ada&password=secret, jdbc:postgresql://db:5432/tare",
    "jdbc:postgresql://ada:secret@db/tare, jdbc:postgresql://db/tare"
  })
  void command_showsNoCredentials(String url, String shown) {
    CommonOptions options = new CommonOptions(List.of("api", "--db", url));

    assertThat(options.command()).isEqualTo("scripts/load api --db " + shown);
  }

  @Test
  void command_canBeTypedAgain() {
    CommonOptions options =
        new CommonOptions(List.of("api", "--ask", "list tasks", "--out", "a'b"));

    assertThat(options.command()).isEqualTo("scripts/load api --ask 'list tasks' --out 'a'\\''b'");
  }
}
