package dev.tare.scheduler.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How the command line ends when it can not go on. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void unknownOption_isAUsageErrorInOneLine() {
    assertThat(run("--prot", "1")).isEqualTo(2);
    assertThat(err.toString()).startsWith("tare-scheduler: ").contains("--prot", "--help");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void databaseOfAnotherKind_isRefused() {
    assertThat(run("--db", "jdbc:mysql://localhost/x")).isEqualTo(1);
    assertThat(err.toString()).contains("jdbc:sqlite:", "jdbc:postgresql:");
  }

  @Test
  void databaseThatDoesNotAnswer_isOneLine_withoutItsPassword() {
    assertThat(run("--db", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("127.0.0.1:1").doesNotContain("hunter2", "\tat ");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void addressThatAnybodyReaches_needsKeys(@TempDir Path directory) {
    String db = "jdbc:sqlite:" + directory.resolve("tare.db");
    assertThat(run("--db", db, "--host", "0.0.0.0", "--port", "0")).isEqualTo(1);
    assertThat(err.toString()).contains("0.0.0.0", "authentication");
  }

  @Test
  void token_isPrintedAlone(@TempDir Path directory) {
    String keys = directory.resolve("keys").toString();
    assertThat(run("token", "--key-file", keys, "--subject", "ada")).isZero();
    assertThat(out.toString().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }
}
