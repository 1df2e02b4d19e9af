package dev.tare.reports.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import dev.tare.reports.launch.MeasureRequest;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.launch.Measurer;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-test on a jar that knows nothing of it; and one whose measurer sees nothing. */
class SelftestVerbTest {
  @TempDir
  private Path directory;

  @Test
  void everyKind_isSeenWithItsExitCode() throws IOException {
    CommandLineRun tare = new CommandLineRun(directory, new ChildJvmMeasurer());
    tare.of("selftest --include Plain.*(array|nothing)$" + onThisJvm());
    assertThat(tare.exitCode).as(tare.out + tare.err).isZero();
    assertThat(tare.out.lines()).hasSize(13).last().isEqualTo("all seen");
    assertThat(tare.out)
        .containsPattern("(?m)^nothing +0 +0 +seen ")
        .containsPattern("(?m)^bytes +3 +3 +seen +regression: org.acme.PlainBenchmark")
        .containsPattern("(?m)^objects +3 +3 +seen ")
        .containsPattern("(?m)^a copy +3 +3 +seen ")
        .containsPattern("(?m)^boxing +3 +3 +seen ")
        .containsPattern(
            "(?m)^a larger layout +3 +3 +seen .*TarePlanted\\] written instanceBytes: 16 → 40")
        .containsPattern("(?m)^a crash +1 +1 +seen ")
        .containsPattern("(?m)^an improvement +4 +4 +seen ")
        .containsPattern("(?m)^a vanished benchmark +1 +1 +seen ")
        .containsPattern("(?m)^another JDK +5 +5 +seen ")
        .containsPattern("(?m)^a broken baseline +1 +1 +seen ");
  }

  @Test
  void regressionThatIsNotSeen_fails_inASuiteOfOneBenchmark() throws IOException {
    Measurer blind = new Measurer() {
      private final Measurer real = new ChildJvmMeasurer();

      @Override
      public MeasureResult measure(MeasureRequest request, Progress progress) {
        boolean planted = request.jar().endsWith("BYTES.jar");
        Path jar = planted ? request.jar().resolveSibling("base.jar") : request.jar();
        return real.measure(
            new MeasureRequest(
                jar,
                request.jvmHome(),
                request.include(),
                request.exclude(),
                request.params(),
                request.properties(),
                request.jvmArgs(),
                request.rowLimit(),
                request.log(),
                request.counting()),
            progress);
      }
    };
    Path suite = ForeignJar.withList(
        ForeignJar.build(), directory.resolve("one.jar"), lineOf("PlainBenchmark", "nothing"));
    CommandLineRun tare = new CommandLineRun(directory, blind);
    tare.of("selftest --jar " + suite + " --jvm " + System.getProperty("java.home"));
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .containsPattern("(?m)^bytes +3 +0 +NOT SEEN ")
        .containsPattern("(?m)^a vanished benchmark +1 +1 +seen +.*list of benchmarks is empty")
        .endsWith("1 not seen\n");
  }

  private static String lineOf(String type, String method) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(ForeignJar.build())) {
      return Files.readAllLines(zip.getPath("META-INF", "BenchmarkList")).stream()
          .filter(line -> line.contains('.' + type + ' ') && line.contains(' ' + method + ' '))
          .collect(joining("\n", "", "\n"));
    }
  }

  private static String onThisJvm() throws IOException {
    return " --jar " + ForeignJar.build() + " --jvm " + System.getProperty("java.home");
  }
}
