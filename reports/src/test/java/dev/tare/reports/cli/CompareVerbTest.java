package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import dev.tare.reports.launch.MeasureRequest;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.launch.Measurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change against its base: jars, records and revisions. */
class CompareVerbTest {
  private static final BenchmarkId ROW = row("x.Text.parse");

  @TempDir
  private Path directory;

  private final FakeMeasurer base = new FakeMeasurer().gives(bytes(ROW, 24));
  private final FakeMeasurer head = new FakeMeasurer().gives(bytes(ROW, 24));

  private CommandLineRun tare() {
    Measurer byJar = new Measurer() {
      @Override
      public MeasureResult measure(MeasureRequest request, Progress progress) {
        boolean isBase = request.jar().toString().contains("base");
        return (isBase ? base : head).measure(request, progress);
      }
    };
    return new CommandLineRun(directory, byJar);
  }

  @Test
  void equalJars_areInOrder() {
    CommandLineRun tare = tare().of("compare base.jar head.jar");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(tare.out).isEqualTo("1 figure within the baseline (1 ok)\n");
  }

  @Test
  void verdictsAndExitCodes_areTheGates() {
    head.gives(bytes(ROW, 32));
    CommandLineRun tare = tare().of("compare base.jar head.jar --worse-only");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).startsWith("regression: x.Text.parse written bytes: 24 → 32, limit 24");

    head.gives(bytes(ROW, 16));
    assertThat(tare().of("compare base.jar head.jar").exitCode)
        .isEqualTo(ExitCode.IMPROVEMENT.code());
    assertThat(tare().of("compare base.jar head.jar --worse-only").exitCode).isZero();

    head.gives(bytes(row("x.Text.fresh"), 8));
    assertThat(tare().of("compare base.jar head.jar").exitCode)
        .isEqualTo(ExitCode.BASELINE_MISSING.code());
    assertThat(tare().of("compare base.jar head.jar --worse-only").exitCode).isZero();

    head.forgets(ROW);
    tare = tare().of("compare base.jar head.jar --worse-only");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out).contains("vanished: x.Text.parse written bytes: 24");
  }

  @Test
  void rowThatFailsInBase_isTold_sinceNothingJudgesIt() {
    base.fails(failure(row("x.Text.print"), "gave up"));
    head.gives(bytes(row("x.Text.print"), 8));
    CommandLineRun tare = tare().of("compare base.jar head.jar --worse-only");
    assertThat(tare.exitCode).isZero();
    assertThat(tare.err).isEqualTo("not in BASE: x.Text.print written: gave up\n");
  }

  @Test
  void optionsOfABaseline_areRefused() {
    for (String option : new String[] {"--jar x.jar", "--baselines x", "--accept", "--base x"}) {
      CommandLineRun tare = tare().of("compare base.jar head.jar " + option);
      assertThat(tare.exitCode).isEqualTo(ExitCode.USAGE.code());
      assertThat(tare.err).contains("is not for compare, which takes BASE and HEAD alone");
    }
  }

  @Test
  void records_areReadBackWithTheirSites() throws IOException {
    String on = " --jar " + ForeignJar.build() + " --jvm " + System.getProperty("java.home")
        + " --include Planted.*copying --baselines " + directory.resolve("none") + " --out ";
    CommandLineRun real = new CommandLineRun(directory, new ChildJvmMeasurer());
    real.of("run" + on + directory.resolve("one"));
    assertThat(real.exitCode).as(real.err).isZero();
    real.of("run --jvm-arg -Dplanted=copy" + on + directory.resolve("two"));
    String files =
        directory.resolve("one/records.json") + " " + directory.resolve("two/records.json");

    CommandLineRun tare = tare().of("compare " + files);
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out)
        .contains("PlantedBenchmark.copying written copies: 1 → 2, limit 1\n"
            .concat("  new: 1 by String.concat at org.planted.PlantedBenchmark.copying:31\n"));
    assertThat(tare().of("compare --include Other " + files).exitCode).isZero();
    assertThat(head.requests).isEmpty();

    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"schema\": 1}");
    tare = tare().of("compare " + broken + " " + broken);
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("broken.json: 'document' has no 'measurements'; give a records");
    Files.writeString(broken, "{");
    assertThat(tare().of("compare " + broken + " " + broken).err).contains("is no JSON");
    assertThat(tare().of("compare a.json b.json").err).contains("a.json: no such file");
  }

  @Test
  void revisionThatIsNone_isAnErrorWithGitsWord() {
    CommandLineRun tare = tare().of("compare --git no-such-revision .");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("no-such-revision can not be checked out").contains("fetch it");
  }

  @Test
  void buildOfARevision_thatFailsOrMakesNoJar_isAnError() {
    CommandLineRun tare = tare().of("compare --git . . --build", "echo broken; exit 7");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("does not build by 'echo broken; exit 7'", "7, broken)");
    tare = tare().of("compare --git . . --build true --jar-path no/such.jar");
    assertThat(tare.err).contains("its build made no no/such.jar", "--jar-path");
  }
}
