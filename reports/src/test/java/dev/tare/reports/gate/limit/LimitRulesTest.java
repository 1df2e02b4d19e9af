package dev.tare.reports.gate.limit;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.gate.Gate;
import dev.tare.reports.gate.Limits;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitRulesTest {
  private static final BenchmarkId ROW = row("x.Parser.read", "size", "10");

  @Test
  void absoluteLimit_takesThePlaceOfTheBaseline() {
    assertThat(status(72, 96, hard("bytes<=100"))).isEqualTo(Status.OK);
    assertThat(status(72, 16, hard("bytes<=100"))).isEqualTo(Status.OK);
    assertThat(status(120, 101, hard("bytes<=100"))).isEqualTo(Status.REGRESSION);
    assertThat(status(72, 1, hard("bytes<=0"))).isEqualTo(Status.REGRESSION);
  }

  @Test
  void relativeLimit_givesTheBaselineRoomOnBothSides() {
    assertThat(status(100, 102, hard("bytes<=+2%"))).isEqualTo(Status.OK);
    assertThat(status(100, 103, hard("bytes<=+2%"))).isEqualTo(Status.REGRESSION);
    assertThat(status(100, 98, hard("bytes<=+2%"))).isEqualTo(Status.OK);
    assertThat(status(100, 97, hard("bytes<=+2%"))).isEqualTo(Status.IMPROVEMENT);
  }

  @Test
  void limitOfOtherRowsMetricsOrModes_changesNothing() {
    for (String limit :
        List.of("Other:bytes<=1000", "objects<=1000", "steady bytes<=1000", "size=1$:bytes<=9")) {
      assertThat(status(72, 96, hard(limit))).as(limit).isEqualTo(Status.REGRESSION);
    }
    for (String limit : List.of("x\\.Parser:bytes<=96", "size=10:written bytes<=96")) {
      assertThat(status(72, 96, hard(limit))).as(limit).isEqualTo(Status.OK);
    }
  }

  @Test
  void ofSeveralLimits_theLastHolds() {
    assertThat(status(72, 96, hard("bytes<=10", "Parser:bytes<=100"))).isEqualTo(Status.OK);
    assertThat(status(72, 96, hard("Parser:bytes<=100", "bytes<=10"))).isEqualTo(Status.REGRESSION);
    LimitRules line = hard("bytes<=100");
    assertThat(status(72, 96, line.after(List.of(Limit.of("bytes<=10"))))).isEqualTo(Status.OK);
  }

  @Test
  void softLimit_warnsOfWhatIsInOrderOtherwise() {
    LimitRules rules =
        new LimitRules(List.of(Limit.of("bytes<=100")), List.of(Limit.of("bytes<=+2%")));
    assertThat(status(80, 81, rules)).isEqualTo(Status.OK);
    assertThat(status(80, 90, rules)).isEqualTo(Status.WARNING);
    assertThat(status(80, 101, rules)).isEqualTo(Status.REGRESSION);
    LimitRules alone = new LimitRules(List.of(), List.of(Limit.of("bytes<=10")));
    assertThat(status(72, 96, alone)).isEqualTo(Status.REGRESSION);
    assertThat(status(72, 72, alone)).isEqualTo(Status.WARNING);
    assertThat(Status.WARNING.exitCode().code()).isZero();
  }

  @Test
  void verdict_saysByWhichLimit() {
    Verdict verdict = verdict(72, 101, hard("Parser:bytes<=100"));
    assertThat(verdict.limit()).isEqualTo(100);
    assertThat(verdict.note()).isEqualTo("by Parser:bytes<=100");
  }

  @Test
  void figureWithoutABaselineLine_isJudgedByAnAbsoluteLimitAlone() {
    assertThat(statusWithoutBaseline(hard("bytes<=100"))).isEqualTo(Status.OK);
    assertThat(statusWithoutBaseline(hard("bytes<=10"))).isEqualTo(Status.REGRESSION);
    assertThat(statusWithoutBaseline(hard("bytes<=+2%"))).isEqualTo(Status.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes", "bytes<100", "bytes<=-1", "bytes<=2%", "time<=3", "x<=3", "(:bytes<=1"})
  void textThatIsNoLimit_isRefused(String text) {
    assertThatThrownBy(() -> Limit.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Status statusWithoutBaseline(LimitRules rules) {
    return judge(Stream.empty(), 96, rules).status();
  }

  private static Status status(double before, double now, LimitRules rules) {
    return verdict(before, now, rules).status();
  }

  private static Verdict verdict(double before, double now, LimitRules rules) {
    return judge(Stream.of(before), now, rules);
  }

  private static Verdict judge(Stream<Double> before, double now, LimitRules rules) {
    Baseline baseline = Baseline.of(before.map(value -> bytes(ROW, value)).toList());
    return rules
        .apply(Gate.judge(
            List.of(bytes(ROW, now)),
            List.of(),
            baseline,
            Selection.all(Set.of(Mode.WRITTEN)),
            Limits.standard()))
        .verdicts()
        .get(0);
  }

  private static LimitRules hard(String... limits) {
    return new LimitRules(Stream.of(limits).map(Limit::of).toList(), List.of());
  }
}
