package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled figures before the gate: with room, a second look, and no silent pass. */
class SteadyGateTest {
  private static final BenchmarkId ROW = row("x.Text.parse", "variant", "LEAN");
  private static final BenchmarkId OTHER = row("x.Text.print", "variant", "LEAN");

  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer();
  private CommandLineRun tare;

  @BeforeEach
  void aBaselineOfBothModes() {
    tare = new CommandLineRun(directory, measurer);
    measurer.gives(bytes(ROW, 240), bytes(OTHER, 24), steady(ROW, 200), steady(OTHER, 24));
    tare.of("baseline update --modes written,steady");
    assertThat(tare.exitCode).as(tare.err).isZero();
    measurer.requests.clear();
  }

  @Test
  void bothModes_areJudgedEachByItsLines() {
    tare.of("run --modes written,steady");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).contains("4 figures within the baseline (4 ok)");
    assertThat(measurer.requests).hasSize(2);
    assertThat(tare.of("gate").out).isEqualTo("2 figures within the baseline (2 ok)\n");
  }

  @Test
  void fivePercent_isRoomAndNotMore() {
    measurer.gives(steady(ROW, 210));
    assertThat(tare.of("gate --modes steady").exitCode).isEqualTo(ExitCode.OK.code());
    measurer.gives(steady(ROW, 211));
    assertThat(tare.of("gate --modes steady").exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).contains("x.Text.parse[variant=LEAN] steady bytes: 200 → 211, limit 210");
  }

  @Test
  void redRow_isMeasuredOnceMoreAndTold() {
    measurer.gives(steady(ROW, 260)).thenGives(steady(ROW, 200));
    tare.of("gate --modes written,steady");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .startsWith("measured again, since compiled figures were not in order: x.Text.parse\n")
        .contains("4 figures within the baseline (4 ok)");
    assertThat(measurer.requests).hasSize(3);
    assertThat(measurer.requests.get(2).include()).containsExactly("^\\Qx.Text.parse\\E$");
    assertThat(measurer.requests.get(2).counting().mode()).isEqualTo(Mode.STEADY);
  }

  @Test
  void rowThatStaysRed_isARegressionByTheLeastOfBoth() {
    measurer.gives(steady(ROW, 260)).thenGives(steady(ROW, 232));
    tare.of("gate --modes steady --format json");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).contains("\"value\": 232, \"low\": 232, \"high\": 260");
    assertThat(tare.err).contains("measured again, since compiled figures were not in order");
    assertThat(measurer.requests).hasSize(2);
  }

  @Test
  void writtenFigure_isNeverMeasuredAgain() {
    measurer.gives(bytes(ROW, 248)).thenGives(bytes(ROW, 240));
    tare.of("gate --modes written,steady --no-sites"); // which are another run
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).doesNotContain("measured again");
    assertThat(measurer.requests).hasSize(2);
  }

  @Test
  void rowThatIsNotStable_isNeitherAPassNorARegression() {
    measurer.fails(new Failure(ROW, Mode.STEADY, Failure.Kind.NOT_STABLE, "8 or 16"));
    tare.of("gate --quiet --modes steady");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .contains("measured again")
        .contains("unstable: x.Text.parse[variant=LEAN] steady: 8 or 16")
        .contains("vanished: x.Text.parse[variant=LEAN] steady bytes: 200, in the baseline, but not"
            + " stable now");
  }

  @Test
  void rowThatNeverWasStable_isToldAndNoError() {
    measurer.fails(new Failure(row("x.New.one"), Mode.STEADY, Failure.Kind.NOT_STABLE, "8 or 16"));
    tare.of("gate --quiet --modes steady");
    assertThat(tare.exitCode).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).contains("unstable: x.New.one steady: 8 or 16").doesNotContain("again");
  }

  private static Measurement steady(BenchmarkId id, double value) {
    return Measurement.exact(id, Mode.STEADY, Metric.BYTES, value);
  }
}
