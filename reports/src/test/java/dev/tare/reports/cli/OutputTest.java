package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.FakeMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to which stream and file, and what must never go to any. */
class OutputTest {
  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer().gives(bytes(row("x.A.a"), 8));
  private CommandLineRun tare;

  @BeforeEach
  void open() {
    tare = new CommandLineRun(directory, measurer);
  }

  @Test
  void json_isAloneOnStandardOutput() {
    tare.of("run --format json");
    assertThat(tare.out).startsWith("{\n  \"schema\": 1,").endsWith("}\n");
    assertThat(tare.err).endsWith("report.html\n");
    assertThat(tare.out).isEqualTo(content("out/records.json"));
  }

  @Test
  void markdown_isAloneOnStandardOutput() {
    tare.of("gate --format markdown");
    assertThat(tare.out).startsWith("## Tare: 1 figure measured").endsWith("scripts/tare run\n");
  }

  @Test
  void acceptWithJson_tellsItsClaimOnStandardError() {
    tare.of("run --accept --format json");
    assertThat(tare.out).startsWith("{").contains("\"status\": \"ok\"");
    assertThat(tare.err).contains("new: x.A.a written bytes: 8");
  }

  @Test
  void quietRun_printsThePathAlone() {
    tare.of("baseline update");
    assertThat(tare.of("run --quiet").out).isEqualTo(directory.resolve("out/report.html") + "\n");
  }

  @Test
  void progress_isForTerminalsAlone() {
    assertThat(tare.of("run").err).isEmpty();
    tare.terminal = true;
    assertThat(tare.of("run").err).contains("\r\u001b[K[1/1] x.A.a").endsWith("\r\u001b[K");
    assertThat(tare.of("run --no-progress").err).isEmpty();
    assertThat(tare.of("run --quiet").err).isEmpty();
  }

  @Test
  void gate_writesAReportOnlyWhereItIsTold() {
    tare.of("gate --out", directory.resolve("ci").toString());
    assertThat(directory.resolve("ci/report.html")).exists();
    assertThat(directory.resolve("ci/records.json")).exists();
  }

  @Test
  void report_holdsTheCommandThatReproducesIt() {
    tare.of("run --include A --param size=1,2 --jvm-arg -Dq=it's --row-limit 5");
    assertThat(content("out/report.html"))
        .contains("scripts/tare run --include A --param size=1,2 "
            + "'--jvm-arg=-Dq=it'\\''s' --row-limit 5");
  }

  @Test
  void output_writesFurtherFormsToFiles() {
    tare.of(
        "gate --format github --output",
        "junit=" + directory.resolve("ci/tare.xml"),
        "--output",
        "sarif=" + directory.resolve("ci/tare.sarif"),
        "--output",
        "markdown=" + directory.resolve("summary.md"));
    assertThat(tare.out).isEqualTo("1 figure measured, no baseline to judge by\n");
    assertThat(content("ci/tare.xml")).startsWith("<?xml ");
    assertThat(content("ci/tare.sarif")).contains("\"version\": \"2.1.0\"");
    assertThat(content("summary.md")).startsWith("## Tare: ");
    assertThat(tare.of("gate --output junit").err).contains("is not of the form FORMAT=FILE");
    assertThat(tare.of("gate --output html=x").err)
        .contains("'html' is no format; known: text, markdown, json, junit, sarif, github,");
  }

  @Test
  void credentials_areNeitherPrintedNorWritten() throws IOException {
    String address = "jdbc:postgresql://bob:s3cret@db.example/x?password=hunt%21er2&ssl=true";
    measurer.gives(bytes(row("x.Sql.read", "dialect", "sqlite"), 8));
    measurer.fails(failure(
        row("x.Sql.read", "dialect", "postgresql"),
        "cannot log in to " + address + " with hunt!er2 or s3cret"));
    tare.of("run --db sqlite --db", address);
    assertThat(measurer.requests.get(1).properties()).containsEntry("tare.db", address);
    assertThat(tare.out)
        .contains("cannot log in to jdbc:postgresql://***@db.example/x?password=***&ssl=true");
    StringBuilder everything = new StringBuilder(tare.out + tare.err);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        everything.append(Files.readString(file));
      }
    }
    assertThat(everything).doesNotContain("s3cret", "hunt%21er2", "hunt!er2");
  }

  private String content(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
