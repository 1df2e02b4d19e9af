package dev.tare.reports.gate;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.ExitCode;
import dev.tare.reports.baseline.Baseline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
  private static final BenchmarkId A = row("x.A.a");
  private static final BenchmarkId B = row("x.B.b", "size", "10");
  private static final Selection ALL = Selection.all(Set.of(Mode.WRITTEN));

  @ParameterizedTest
  @CsvSource({
    "100, 100, OK",
    "100, 101, REGRESSION",
    "100, 99, IMPROVEMENT",
    "0, 0, OK",
    "0, 1, REGRESSION",
    "1, 0, IMPROVEMENT",
    "24.0625, 24.0625, OK",
    "24.0625, 24.125, REGRESSION"
  })
  void exactFigure_hasNoRoom(double baseline, double now, Status expected) {
    Verdict verdict = judgeOne(bytes(A, now), bytes(A, baseline));
    assertThat(verdict.status()).isEqualTo(expected);
    assertThat(verdict.limit()).isEqualTo(baseline);
    assertThat(verdict.note()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "150, OK",
    "210, OK", // 200 and 5 % of it
    "210.5, REGRESSION",
    "95, OK",
    "94.5, IMPROVEMENT"
  })
  void varyingFigure_isHeldAgainstTheRangeAndFivePercent(double now, Status expected) {
    Verdict verdict = judgeOne(varying(A, now, now - 1, now + 1), varying(A, 120, 100, 200));
    assertThat(verdict.status()).isEqualTo(expected);
    assertThat(verdict.limit()).isEqualTo(210);
  }

  @Test
  void varyingFigure_nearZeroHasAtLeastOneUnitOfRoom() {
    assertThat(judgeOne(varying(A, 0.9, 0.5, 1), varying(A, 0.01, 0, 0.02)).status())
        .isEqualTo(Status.OK);
    assertThat(judgeOne(varying(A, 1.1, 1, 2), varying(A, 0.01, 0, 0.02)).status())
        .isEqualTo(Status.REGRESSION);
  }

  @ParameterizedTest
  @CsvSource({
    "119.9, 119.9, 120.1, OK", // a range around the old figure
    "120, 120, 126, OK", // the figure stands for its range
    "126.5, 119, 130, REGRESSION", // 120 and 5 %
    "120.5, 120.1, 121, REGRESSION", // every determination costs more
    "119.5, 119, 119.9, IMPROVEMENT", // every one less
    "113.5, 100, 121, IMPROVEMENT"
  })
  void figureThatWasExactAndVaries_needsEveryDeterminationOrTheTolerance(
      double now, double low, double high, Status expected) {
    Verdict verdict = judgeOne(varying(A, now, low, high), bytes(A, 120));
    assertThat(verdict.status()).isEqualTo(expected);
    assertThat(verdict.note()).isEqualTo("was exact, now varies");
  }

  @ParameterizedTest
  @CsvSource({"120, OK", "200, OK", "211, REGRESSION", "94, IMPROVEMENT"})
  void figureThatVariedAndIsExact_isHeldAgainstTheOldRange(double now, Status expected) {
    Verdict verdict = judgeOne(bytes(A, now), varying(A, 120, 100, 200));
    assertThat(verdict.status()).isEqualTo(expected);
    assertThat(verdict.note()).isEqualTo("varied, now exact");
  }

  @Test
  void steadyFigure_hasTheToleranceEvenWhereItIsExact() {
    Measurement baseline = Measurement.exact(A, Mode.STEADY, Metric.BYTES, 100);
    Measurement now = Measurement.exact(A, Mode.STEADY, Metric.BYTES, 105);
    assertThat(judgeOne(now, baseline).status()).isEqualTo(Status.OK);
  }

  @Test
  void steadyFigure_isNoRegressionForItsRange() {
    Measurement before = Measurement.exact(A, Mode.STEADY, Metric.BYTES, 1152);
    Measurement now = new Measurement(A, Mode.STEADY, Metric.BYTES, 1160, 1160, 1224);
    Selection steady = Selection.all(Set.of(Mode.STEADY));
    assertThat(Gate.judge(
                List.of(now), List.of(), Baseline.of(List.of(before)), steady, Limits.standard())
            .worst())
        .isEqualTo(Status.OK);
  }

  @Test
  void rowThatIsNotStable_isToldAndOnlyALineThatItHadIsLost() {
    Failure unstable = new Failure(A, Mode.STEADY, Failure.Kind.NOT_STABLE, "8 or 16");
    Selection steady = Selection.all(Set.of(Mode.STEADY));
    Judgement without =
        Gate.judge(List.of(), List.of(unstable), Baseline.empty(), steady, Limits.standard());
    assertThat(without.worst()).isEqualTo(Status.UNSTABLE);
    assertThat(without.worst().exitCode()).isEqualTo(ExitCode.OK);
    Measurement before = Measurement.exact(A, Mode.STEADY, Metric.BYTES, 8);
    Judgement with = Gate.judge(
        List.of(), List.of(unstable), Baseline.of(List.of(before)), steady, Limits.standard());
    assertThat(with.worst()).isEqualTo(Status.VANISHED);
    assertThat(with.of(Status.UNSTABLE)).hasSize(1);
  }

  @Test
  void figureWithoutALine_isMissing() {
    Verdict verdict =
        judge(List.of(bytes(A, 1)), List.of(), List.of()).verdicts().get(0);
    assertThat(verdict.status()).isEqualTo(Status.MISSING);
    assertThat(verdict.baseline()).isNull();
  }

  @Test
  void lineWithoutAFigure_hasVanished_unlessItsRowFailed() {
    List<Measurement> baseline = List.of(bytes(A, 1), bytes(B, 1));
    Judgement judgement = judge(List.of(), List.of(failure(B, "gave up")), baseline);
    assertThat(judgement.verdicts())
        .extracting(Verdict::id, Verdict::status, Verdict::note)
        .containsExactly(
            tuple(A, Status.VANISHED, "in the baseline, but not measured"),
            tuple(B, Status.FAILED, "gave up"));
  }

  @Test
  void line_outsideTheSelection_isNotMissed() {
    Selection selection = new Selection(
        List.of(Pattern.compile("x\\.")),
        List.of(Pattern.compile("Slow")),
        Map.of("size", Set.of("1", "2"), "dialect", Set.of("sqlite")),
        EnumSet.of(Mode.WRITTEN));
    List<Measurement> baseline = List.of(
        bytes(row("y.Other.a"), 1),
        bytes(row("x.Slow.a"), 1),
        bytes(row("x.A.a", "size", "10"), 1),
        bytes(row("x.A.a", "dialect", "postgresql", "size", "1"), 1),
        Measurement.exact(row("x.A.a"), Mode.STEADY, Metric.BYTES, 1),
        bytes(row("x.A.a", "size", "1"), 1),
        bytes(row("x.A.b", "dialect", "sqlite"), 1),
        bytes(row("x.A.c", "colour", "red"), 1));
    Judgement judgement =
        Gate.judge(List.of(), List.of(), Baseline.of(baseline), selection, Limits.standard());
    assertThat(judgement.of(Status.VANISHED))
        .extracting(verdict -> verdict.id().toString())
        .containsExactly("x.A.a[size=1]", "x.A.b[dialect=sqlite]", "x.A.c[colour=red]");
  }

  @Test
  void time_isNeverJudged() {
    Measurement slow = Measurement.exact(A, Mode.WRITTEN, Metric.TIME, 1e9);
    Measurement fast = Measurement.exact(A, Mode.WRITTEN, Metric.TIME, 1);
    assertThat(judge(List.of(slow), List.of(), List.of(fast)).verdicts()).isEmpty();
    assertThat(judge(List.of(), List.of(), List.of(fast)).verdicts()).isEmpty();
  }

  @Test
  void verdicts_areSortedByRowAndMetric() {
    Measurement objects = Measurement.exact(A, Mode.WRITTEN, Metric.OBJECTS, 1);
    Judgement judgement = judge(List.of(bytes(B, 1), objects, bytes(A, 1)), List.of(), List.of());
    assertThat(judgement.verdicts()).isSorted().hasSize(3);
    assertThat(judgement.verdicts().get(1).metric()).isEqualTo(Metric.OBJECTS);
  }

  /** Every subset of the statuses ends as its worst member does: error, 3, 5, 4, then 0. */
  @Test
  void exitCode_isThatOfTheWorstStatus_forEveryMixture() {
    List<ExitCode> precedence = List.of(
        ExitCode.ERROR,
        ExitCode.REGRESSION,
        ExitCode.BASELINE_MISSING,
        ExitCode.IMPROVEMENT,
        ExitCode.OK);
    Status[] all = Status.values();
    for (int set = 0; set < 1 << all.length; set++) {
      List<Measurement> measured = new ArrayList<>();
      List<Measurement> baseline = new ArrayList<>();
      List<Failure> failures = new ArrayList<>();
      EnumSet<ExitCode> codes = EnumSet.of(ExitCode.OK);
      for (int i = 0; i < all.length; i++) {
        if ((set & 1 << i) != 0) {
          plant(all[i], measured, failures, baseline);
          codes.add(all[i].exitCode());
        }
      }
      ExitCode expected =
          precedence.stream().filter(codes::contains).findFirst().orElseThrow();
      assertThat(judge(measured, failures, baseline).worst().exitCode())
          .as("%s", codes)
          .isEqualTo(expected);
    }
  }

  private static void plant(
      Status status, List<Measurement> now, List<Failure> failures, List<Measurement> baseline) {
    BenchmarkId id = row("x.Planted." + status);
    switch (status) {
      case OK -> {
        now.add(bytes(id, 10));
        baseline.add(bytes(id, 10));
      }
      case IMPROVEMENT -> {
        now.add(bytes(id, 9));
        baseline.add(bytes(id, 10));
      }
      case REGRESSION -> {
        now.add(bytes(id, 11));
        baseline.add(bytes(id, 10));
      }
      case WARNING -> {} // of limits that a user sets, see LimitRulesTest
      case MISSING -> now.add(bytes(id, 10));
      case VANISHED -> baseline.add(bytes(id, 10));
      case UNSTABLE ->
        failures.add(new Failure(id, Mode.WRITTEN, Failure.Kind.NOT_STABLE, "8 or 16"));
      case FAILED -> failures.add(failure(id, "boom"));
    }
  }

  private static Verdict judgeOne(Measurement now, Measurement baseline) {
    Selection selection = Selection.all(EnumSet.allOf(Mode.class));
    Judgement judgement = Gate.judge(
        List.of(now), List.of(), Baseline.of(List.of(baseline)), selection, Limits.standard());
    assertThat(judgement.verdicts()).hasSize(1);
    return judgement.verdicts().get(0);
  }

  private static Judgement judge(
      List<Measurement> now, List<Failure> failures, List<Measurement> baseline) {
    return Gate.judge(now, failures, Baseline.of(baseline), ALL, Limits.standard());
  }
}
