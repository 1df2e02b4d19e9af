package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.render.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of what is in a directory: all of it, and what is wrong with it by name. */
class ReportVerbTest {
  private static final Path FIXTURE = Path.of("src", "test", "resources", "report");

  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer()
      .gives(
          bytes(row("x.a.A.a", "variant", "COPYING"), 80),
          bytes(row("x.a.A.a", "variant", "LEAN"), 8));
  private CommandLineRun tare;
  private Path out;

  @BeforeEach
  void run() {
    tare = new CommandLineRun(directory, measurer);
    out = directory.resolve("out");
    tare.of("run --include x");
  }

  @Test
  void run_leavesRecordsThatSayWhatMadeThem() throws IOException {
    assertThat(Files.readString(out.resolve("records.json")))
        .contains("\"command\": \"scripts/tare run --include x\"");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("scripts/tare run --include '^x\\.a\\.A\\.a$'")
        .contains("<dt>flame graphs</dt>");
  }

  @Test
  void report_hasTheSameFiguresAsTheRunThatTookThem() throws IOException {
    String ofRun = Files.readString(out.resolve("report.html"));
    assertThat(report("").exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(tare.lastLine()).isEqualTo(out.resolve("report.html").toString());
    String records = out.resolve("records.json").toString();
    assertThat(Files.readString(out.resolve("report.html")).replace(records, "records.json"))
        .isEqualTo(ofRun);
  }

  @Test
  void run_showsWhatEarlierCommandsLeftThere() throws IOException {
    copyFixture();
    tare.of("run --include x");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(
            "list tasks at 800/s", "org.acme.QueueBenchmark", "org.acme.Order", "peak 37.2 MB")
        .doesNotContain("<dt>flame graphs</dt>");
  }

  @Test
  void run_isNotLostForWhatElseIsThere() throws IOException {
    copyFixture();
    Files.writeString(out.resolve("layout.json"), "[");
    tare.of("run --include x");
    assertThat(tare.exitCode).isZero();
    assertThat(tare.err)
        .startsWith("not in the report: " + out.resolve("layout.json") + ": is no JSON");
    assertThat(Files.readString(out.resolve("report.html"))).contains("A<wbr>.a<wbr>");
  }

  @Test
  void markdown_hasTheTablesOfTheFigures() throws IOException {
    copyFixture();
    assertThat(report("").exitCode).as(tare.err).isZero();
    String text = Files.readString(out.resolve("report.md"));
    Golden.assertMatches(
        "report.md", text.replace(directory.toString().replace("_", "\\_"), "DIR"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "records.json | {} | 'document' has no 'schema'; give a records.json, as 'run' and",
        "records.json | {'schema': 2} | is not of schema 1; give a records.json",
        "records.json | nonsense | is no JSON: Unrecognized token 'nonsense'",
        "load/api.json | {'schema':1,'series':[{'group':7}]} | 'group' is no text; give a file",
        "load/api.json | {'schema':1,'series':[SERIES[[101,1]]}]} | 101.0 is no percentile",
        "load/api.json | {'schema':1,'series':[SERIES[[50,1e999]]}]} | is no number; give a file",
        "layout.json | {'schema':1,'layouts':[{'class':'A','layout':'round'}]} | 'round' is not",
        "profile/heap/heap.json | {'schema':1,'title':'a','rows':[{}]} | 'rows' has no 'peak'",
        "profile/lean/profile.json | {'schema':1} | 'document' has no 'command'; give a directory",
        "profile/lean/alloc.collapsed | a;b;c | no collapsed stacks: a stack has no value: a;b;c",
        "profile/lean/alloc.collapsed | a;b -3 | no collapsed stacks: a stack has less than",
      })
  void fileThatCanNotBeUsed_isNamedWithItsReason(String file, String content, String reason)
      throws IOException {
    copyFixture();
    Files.writeString(
        out.resolve(file),
        content
            .replace("SERIES", "{'group':'a','variant':'lean','unit':'us','percentiles':")
            .replace('\'', '"'));
    assertThat(report("").exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).startsWith("tare: " + out.resolve(file) + ": ").contains(reason);
    assertThat(tare.err.lines()).hasSize(1);
  }

  @Test
  void sites_areKeptInTheRecordsAndShownWithEachVariant() throws IOException {
    Measurement seen = new Measurement(
        row("x.a.A.a", "variant", "COPYING"),
        Mode.WRITTEN,
        Metric.BYTES,
        80,
        80,
        80,
        List.of(new Site("byte[]", "x.a.Copier.twice:7", 80)));
    FakeMeasurer again = new FakeMeasurer()
        .gives(
            bytes(row("x.a.A.a", "variant", "COPYING"), 80),
            bytes(row("x.a.A.a", "variant", "LEAN"), 8))
        .thenGives(seen);
    CommandLineRun run = new CommandLineRun(directory, again);
    run.of("run --sites");
    assertThat(run.exitCode).as(run.err).isZero();
    assertThat(Files.readString(out.resolve("records.json")))
        .contains("\"command\": \"scripts/tare run --sites\"")
        .contains("{ \"class\": \"byte[]\", \"location\": \"x.a.Copier.twice:7\", \"value\": 80 }");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("title=\"x.a.Copier.twice:7\"")
        .doesNotContain("<dt>lines that allocate</dt>");
  }

  @Test
  void emptyDirectory_saysWhatToDo() {
    tare.of("report --out", directory.resolve("none").toString());
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err)
        .contains("there is nothing to show; measure first with 'scripts/tare run'");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void profileThatIsNotThere_isNamed() {
    report("--profile " + directory.resolve("gone"));
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains(directory.resolve("gone") + ": is no directory");
  }

  private CommandLineRun report(String options) {
    return tare.of("report " + options + " --out", out.toString());
  }

  private void copyFixture() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = out.resolve(FIXTURE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
