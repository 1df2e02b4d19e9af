package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One way to each exit code, with what is printed on the way. */
class ExitCodeTest {
  private static final BenchmarkId COPYING = row("x.Text.parse", "variant", "COPYING");
  private static final BenchmarkId LEAN = row("x.Text.parse", "variant", "LEAN");

  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer();
  private CommandLineRun tare;

  @BeforeEach
  void aCommittedBaseline() {
    tare = new CommandLineRun(directory, measurer);
    measurer.gives(bytes(COPYING, 1872), bytes(LEAN, 72));
    assertThat(tare.of("baseline update").exitCode).isZero();
  }

  @Test
  void run_withEverythingInOrder_printsThePairAndEndsWithTheReportsPath() {
    tare.of("run");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .containsPattern("Text.parse +bytes +1,872 +72 +96.1 % +ok")
        .contains("2 figures within the baseline (2 ok)");
    assertThat(Path.of(tare.lastLine()))
        .isEqualTo(directory.resolve("out/report.html"))
        .exists();
    assertThat(directory.resolve("out/records.json")).content().contains("\"lean\": 72");
    assertThat(tare.err).isEmpty();
  }

  @Test
  void gate_withEverythingInOrder_printsOneLineAndWritesNothing() {
    tare.of("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).isEqualTo("2 figures within the baseline (2 ok)\n");
    assertThat(tare.of("gate --quiet").out).isEmpty();
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void regression_isNamedWithOldAndNewFigureLimitAndClaim() {
    measurer.gives(bytes(LEAN, 96));
    tare.of("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out.replace(tare.baselines().toString(), "BASELINES")).isEqualTo("""
        regression: x.Text.parse[variant=LEAN] written bytes: 72 → 96, limit 72
        1 figure above the limit (1 regression, 1 ok)
        reproduce with:
          scripts/tare run --include '^x\\.Text\\.parse$'
        if that is meant, claim it with:
          scripts/tare baseline update --include '^x\\.Text\\.parse$'
        which is:
          --- aBASELINES/jdk17/x.Text.parse.baseline
          +++ bBASELINES/jdk17/x.Text.parse.baseline
          @@ -1,3 +1,3 @@
           tare-baseline 1 x.Text.parse
           variant=COPYING written bytes 1872
          -variant=LEAN written bytes 72
          +variant=LEAN written bytes 96
        """);
    assertThat(tare.of("run").exitCode).isEqualTo(ExitCode.REGRESSION.code());
  }

  @Test
  void limitOnTheCommandLine_isTheLimitOfTheVerdict() {
    measurer.gives(bytes(LEAN, 96));
    assertThat(tare.of("gate --limit LEAN:bytes<=100").exitCode).isZero();
    tare.of("gate --limit LEAN:bytes<=90");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out)
        .contains("written bytes: 72 → 96, limit 90, by LEAN:bytes<=90\n")
        .contains("--limit 'LEAN:bytes<=90'");
    tare.of("gate --limit LEAN:bytes<=100 --soft-limit bytes<=+10%");
    assertThat(tare.exitCode).isZero();
    assertThat(tare.out).startsWith("warning: x.Text.parse[variant=LEAN] written bytes: 72 → 96");
    assertThat(tare.of("gate --limit bytes<90").err).contains("'bytes<90' is no limit; write");
  }

  @Test
  void limitWithoutABaseline_judgesWhatItIsFor() {
    String elsewhere = " --baselines " + directory.resolve("none");
    assertThat(tare.of("gate --limit bytes<=2000" + elsewhere).exitCode).isZero();
    assertThat(tare.of("gate --limit bytes<=1000" + elsewhere).exitCode)
        .isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.of("gate --limit LEAN:bytes<=1000" + elsewhere).exitCode)
        .isEqualTo(ExitCode.BASELINE_MISSING.code());
  }

  @Test
  void improvement_isToBeClaimed_andThenPasses() {
    measurer.gives(bytes(LEAN, 40));
    tare.of("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.IMPROVEMENT.code());
    assertThat(tare.out)
        .contains("improvement: x.Text.parse[variant=LEAN] written bytes: 72 → 40")
        .contains("scripts/tare baseline update");
    tare.of("gate --accept");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .contains("lowered: x.Text.parse[variant=LEAN] written bytes: 72 → 40", "2 ok");
    assertThat(tare.of("gate").exitCode).isEqualTo(ExitCode.OK.code());
  }

  @Test
  void missingLine_isRed_untilItIsAccepted() {
    measurer.gives(bytes(row("x.Fresh.one"), 8));
    tare.of("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.BASELINE_MISSING.code());
    assertThat(tare.out).contains("missing: x.Fresh.one written bytes: 8, no baseline line");
    assertThat(tare.of("run --accept").exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).contains("new: x.Fresh.one written bytes: 8");
  }

  @Test
  void missingBaseline_isRedForTheGateAloneAndNotForARun() {
    measurer.jvm("home25", Sample.JDK_25_COH);
    tare.of("gate --jvm home25");
    assertThat(tare.exitCode).isEqualTo(ExitCode.BASELINE_MISSING.code());
    assertThat(tare.out)
        .contains("no baseline for jdk25-coh under " + tare.baselines() + "; make one with:")
        .contains("scripts/tare baseline update --sites --jvm home25\n");
    assertThat(tare.of("run --jvm home25").exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).contains("2 figures measured, no baseline to judge by");
  }

  @Test
  void failedRow_isAnErrorWithTheTableStillPrinted() {
    measurer.fails(failure(row("x.Slow.spin"), "did not end within 60 s"));
    tare.of("run");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .contains("Text.parse", "failed: x.Slow.spin written: did not end within 60 s")
        .contains("1 row failed")
        .doesNotContain("baseline update");
    assertThat(directory.resolve("out/report.html")).content().contains("did not end within 60 s");
  }

  @Test
  void failedRow_isAnErrorWithoutABaselineToo() {
    measurer.jvm("home25", Sample.JDK_25_COH);
    measurer.fails(failure(row("x.Slow.spin"), "boom"));
    assertThat(tare.of("run --jvm home25").exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.of("gate --jvm home25").exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out).contains("failed: x.Slow.spin written: boom");
  }

  @Test
  void vanishedLine_isAnError_unlessItIsOutsideTheSelection() {
    measurer.gives(bytes(row("y.Other.one"), 8)).forgets(COPYING).forgets(LEAN);
    tare.of("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .contains(
            "vanished: x.Text.parse[variant=LEAN] written bytes: 72, in the baseline, but not");
    assertThat(tare.of("gate --accept --include Other").exitCode).isZero();
  }

  @Test
  void accept_claimsNothingBesideARegression() throws Exception {
    measurer.gives(bytes(LEAN, 96), bytes(COPYING, 8));
    Path file = tare.baselines().resolve("jdk17/x.Text.parse.baseline");
    String before = Files.readString(file);
    tare.of("run --accept");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.err).isEqualTo("tare: nothing claimed: 1 figure above the limit\n");
    assertThat(file).hasContent(before);
  }

  @Test
  void usage_isTwo() {
    assertThat(tare.of("run --nonsense").exitCode).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void severalJvms_areJudgedEachByItsOwnBaseline() {
    measurer.jvm("home25", Sample.JDK_25_COH);
    assertThat(tare.of("baseline update --jvm home17 --jvm home25").exitCode).isZero();
    assertThat(tare.of("baseline list").out)
        .containsPattern("jdk17 +1 +2\n")
        .containsPattern("jdk25-coh +1 +2\n");
    measurer.gives(bytes(LEAN, 96));
    tare.of("run --jvm home17 --jvm home25");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).contains("2 figures above the limit (2 regression, 2 ok)");
    assertThat(directory.resolve("out/records-jdk17.json")).exists();
    assertThat(directory.resolve("out/records-jdk25-coh.json")).exists();
    assertThat(tare.of("run").exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(directory.resolve("out/records-jdk17.json")).doesNotExist();
    assertThat(directory.resolve("out/records.json")).exists();
  }
}
