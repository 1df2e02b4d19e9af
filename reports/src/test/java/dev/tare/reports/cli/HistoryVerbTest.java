package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that leave a line behind, and what is shown of them. */
class HistoryVerbTest {
  private static final BenchmarkId ROW = row("x.Text.parse");

  @TempDir
  private Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer();

  @Test
  void runsAndGates_areAppendedAndShownWithTheCommitThatChangedAFigure() {
    CommandLineRun tare = new CommandLineRun(directory, measurer);
    Path history = directory.resolve("history.txt");
    measurer.gives(bytes(ROW, 24)).jvm("home25", Sample.JDK_25_COH);
    assertThat(tare.of("run --jvm home17 --jvm home25 --commit aaa --history " + history).exitCode)
        .isZero();
    measurer.gives(bytes(ROW, 40));
    assertThat(tare.of("gate --commit bbb --history " + history).exitCode)
        .isEqualTo(ExitCode.BASELINE_MISSING.code());
    Path out = directory.resolve("pages");
    tare.of("report --history " + history + " --out " + out);
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(tare.out)
        .isEqualTo("""
            jdk17: 1 of 1 figures changed in 2 runs, aaa to bbb
              x.Text.parse written bytes
                24 → 40 (+66.7 %) at bbb
            jdk25-coh: 0 of 1 figures changed in 1 run, aaa to aaa
            PAGE
            """.replace("PAGE", out.resolve("history.html").toString()));
    assertThat(out.resolve("history.html")).content().contains("24 → 40 (+66.7 %) at bbb");
    assertThat(tare.of("report --format markdown --history " + history + " --out " + out).out)
        .contains("| x.Text.parse written bytes |");
  }

  @Test
  void runThatEndsWhileAnotherIsMeasuring_isKept() {
    measurer.gives(bytes(ROW, 24));
    String gate = "gate --history " + directory.resolve("history.txt") + " --commit ";
    CommandLineRun inner = new CommandLineRun(directory, measurer);
    CommandLineRun outer = new CommandLineRun(directory, (request, progress) -> {
      inner.of(gate + "ended-first");
      return measurer.measure(request, progress);
    });
    outer.of(gate + "began-first");
    assertThat(inner.err + outer.err).isEmpty();
    assertThat(directory.resolve("history.txt")).hasContent("""
            tare-history 1
            run ended-first jdk17 1
            x.Text.parse - written bytes 24
            run began-first jdk17 0
            """);
  }

  @Test
  void commit_isThatOfTheWorkingDirectoryIfNobodySays() throws IOException {
    CommandLineRun tare = new CommandLineRun(directory, measurer);
    Path history = directory.resolve("history.txt");
    measurer.gives(bytes(ROW, 24));
    assertThat(tare.of("gate --history " + history).err).isEmpty();
    // A tree without Git has none: that is said, and no reason to fail.
    assertThat(Files.readString(history))
        .containsPattern("run ([0-9a-f]{12}(-dirty)?|unknown) jdk17 1");
  }

  @Test
  void historyThatCanNotBeWritten_costsNoVerdict() throws IOException {
    CommandLineRun tare = new CommandLineRun(directory, measurer);
    Path file = Files.createFile(directory.resolve("file"));
    measurer.gives(bytes(ROW, 24));
    Path out = directory.resolve("out");
    tare.of("run --out " + out + " --history " + file.resolve("history.txt"));
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("cannot write the history " + file.resolve("history.txt"));
    assertThat(tare.out)
        .contains("Text.parse          bytes      24")
        .endsWith(out.resolve("report.html") + "\n");
  }

  @Test
  void pageThatCanNotBeWritten_costsNoHistory() throws IOException {
    CommandLineRun tare = new CommandLineRun(directory, measurer);
    Path out = directory.resolve("out");
    Files.createDirectories(out.resolve("report.html/in-its-place"));
    Path history = directory.resolve("history.txt");
    measurer.gives(bytes(ROW, 24));
    tare.of("run --out " + out + " --commit aaa --history " + history);
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("cannot write the report to " + out);
    assertThat(history).content().contains("run aaa jdk17 1\nx.Text.parse - written bytes 24\n");
  }

  @Test
  void historyThatIsNone_isToldBeforeAnythingIsMeasured() throws IOException {
    CommandLineRun tare = new CommandLineRun(directory, measurer);
    Path history = Files.writeString(directory.resolve("history.txt"), "text\n");
    tare.of("run --history " + history);
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("line 1: does not begin with 'tare-history 1'");
    assertThat(measurer.requests).isEmpty();
    assertThat(tare.of("report --history " + directory.resolve("none")).exitCode)
        .isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("there is no history").contains("run --history");
    assertThat(tare.of("gate --commit x").exitCode).isEqualTo(ExitCode.USAGE.code());
  }
}
