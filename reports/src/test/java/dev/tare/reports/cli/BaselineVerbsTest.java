package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineVerbsTest {
  private static final BenchmarkId ONE = row("x.A.one");
  private static final BenchmarkId TWO = row("x.B.two");

  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer();
  private CommandLineRun tare;

  @BeforeEach
  void open() {
    tare = new CommandLineRun(directory, measurer);
    measurer.gives(bytes(ONE, 10), bytes(TWO, 20));
  }

  @Test
  void update_tellsEveryLineThatChanges() {
    tare.of("baseline update");
    assertThat(tare.out)
        .isEqualTo("new: x.A.one written bytes: 10\n"
            + "new: x.B.two written bytes: 20\n"
            + "jdk17: 2 lines changed in " + tare.baselines().resolve("jdk17") + "\n");
    measurer.gives(bytes(ONE, 11), bytes(row("x.C.three"), 5)).forgets(TWO);
    tare.of("baseline update");
    assertThat(tare.exitCode).isZero();
    assertThat(tare.out)
        .contains("raised: x.A.one written bytes: 10 → 11")
        .contains("deleted: x.B.two written bytes: 20, no longer measured")
        .contains("new: x.C.three written bytes: 5");
    assertThat(tare.of("baseline update").out)
        .isEqualTo("jdk17: the baseline holds these figures already\n");
  }

  @Test
  void update_touchesNothingOutsideTheSelection() {
    tare.of("baseline update");
    measurer.gives(bytes(ONE, 9)).forgets(TWO);
    tare.of("baseline update --include A");
    assertThat(tare.out).contains("lowered: x.A.one").doesNotContain("deleted");
    assertThat(tare.of("baseline show").out).contains("x.A.one", "x.B.two");
    tare.of("baseline update --exclude A");
    assertThat(tare.out).contains("deleted: x.B.two");
  }

  @Test
  void update_keepsTheRowsOfOtherParameterValuesAndDialects() {
    measurer.gives(
        bytes(row("x.D.sql", "dialect", "sqlite"), 1),
        bytes(row("x.D.sql", "dialect", "postgresql"), 2));
    tare.of("baseline update --db sqlite --db embedded");
    measurer.gives(bytes(row("x.D.sql", "dialect", "sqlite"), 3));
    tare.of("baseline update");
    assertThat(tare.out).contains("raised: x.D.sql[dialect=sqlite]").doesNotContain("deleted");
    assertThat(tare.of("gate --db postgres").exitCode).isZero();
    assertThat(tare.of("gate").exitCode).isZero();
  }

  @Test
  void update_writesNothingIfARowFails() {
    tare.of("baseline update");
    measurer.gives(bytes(ONE, 9)).fails(failure(row("x.Slow.spin"), "gave up"));
    tare.of("baseline update");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err)
        .contains("failed: x.Slow.spin written: gave up")
        .contains("tare: 1 row failed; the baseline is as it was");
    assertThat(tare.of("baseline show").out).containsPattern("x.A.one +written bytes +10\n");
  }

  @Test
  void update_leavesTimeOut() {
    measurer.gives(Measurement.exact(row("x.T.time"), Mode.WRITTEN, Metric.TIME, 12));
    assertThat(tare.of("baseline update").out).doesNotContain("x.T.time");
  }

  @Test
  void update_refusesTwoJvmsOfOneKey() {
    tare.of("baseline update --jvm home17 --jvm another17");
    assertThat(tare.exitCode).isZero(); // one environment, found at two places
    measurer.jvm(
        "vendor", new Environment(17, "17.0.1", "Another", ObjectLayout.COOPS, "Linux", "amd64"));
    tare.of("baseline update --jvm home17 --jvm vendor");
    assertThat(tare.exitCode).isEqualTo(ExitCode.USAGE.code());
    assertThat(tare.err).contains("two of the JVMs have the baseline key jdk17");
  }

  @Test
  void listAndShow_withoutABaseline_saySo() {
    String nothing = "no baseline under " + tare.baselines() + "\n";
    assertThat(tare.of("baseline list").out).isEqualTo(nothing);
    assertThat(tare.of("baseline show").out).isEqualTo(nothing);
    assertThat(tare.exitCode).isZero();
  }

  @Test
  void show_selectsByKeyAndName() {
    tare.of("baseline update");
    assertThat(tare.of("baseline show jdk17 --include B").out)
        .containsPattern("jdk17 +x.B.two +written bytes +20\n")
        .doesNotContain("x.A.one");
    tare.of("baseline show jdk99");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("no baseline 'jdk99'", "there are jdk17");
  }

  @Test
  void delete_takesTheSelectedLinesOrAll() {
    tare.of("baseline update");
    assertThat(tare.of("baseline delete jdk17 --include B").out)
        .isEqualTo("jdk17: 1 line deleted\n");
    assertThat(tare.of("baseline show").out).contains("x.A.one").doesNotContain("x.B.two");
    assertThat(tare.of("baseline delete jdk17").exitCode).isZero();
    assertThat(tare.baselines().resolve("jdk17")).doesNotExist();
  }

  @Test
  void foreignJar_hasABaselineDirectoryOfItsOwn() {
    tare.of("gate --jar foreign.jar");
    assertThat(tare.out).contains("under tare-baselines; make one with:");
    assertThat(tare.out).contains("scripts/tare baseline update --sites --jar foreign.jar\n");
    String given = directory.resolve("given").toString();
    tare.of("gate --jar foreign.jar --baselines", given);
    assertThat(tare.out).contains("under " + given, "--baselines " + given + "\n");
  }
}
