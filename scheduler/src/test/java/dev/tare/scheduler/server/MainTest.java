package dev.tare.scheduler.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void badHost_isItsClientsError_andNotInTheLog(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--db",
            "jdbc:sqlite:" + directory.resolve("tare.db"),
            "--port",
            "0")
        .redirectError(log.toFile())
        .start();
    try {
      String ready = process.inputReader(UTF_8).readLine();
      assertThat(ready).as(() -> read(log)).isNotNull();
      Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(ready);
      assertThat(port.find()).as(ready).isTrue();
      for (String hosts : List.of("Host: a b", "Host: {", "Host: a\r\nHost: a")) {
        try (RawClient client = new RawClient(Integer.parseInt(port.group(1)))) {
          client.send("GET /api/health HTTP/1.1\r\n" + hosts + "\r\n\r\n");
          assertThat(client.read().status()).as(hosts).isEqualTo(400);
        }
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
    // Without the jar's manifest, a JVM from 24 on warns of the native library of SQLite.
    assertThat(read(log).lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING: ")))
        .isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void token_isPrintedAlone(@TempDir Path directory) {
    String keys = directory.resolve("keys").toString();
    assertThat(run("token", "--key-file", keys, "--subject", "ada")).isZero();
    assertThat(out.toString().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }
}
