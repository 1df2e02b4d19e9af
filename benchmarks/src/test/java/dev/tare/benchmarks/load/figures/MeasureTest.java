package dev.tare.benchmarks.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

  @Test
  void ratio_isTheMedianOfTheRoundsRatios_notTheRatioOfMedians() {
    Measure measure = Measure.pair(
        "api", "p50", "us", new double[] {1, 10, 100, 10, 10}, new double[] {1, 5, 10, 5, 5});

    assertThat(measure.ratio()).isEqualTo(new Interval(0.5, 0.1, 1));
    assertThat(measure.copying().value()).isEqualTo(10);
    assertThat(measure.lean().value()).isEqualTo(5);
  }

  @Test
  void bar_isMetByARatioBelowIt_withIntervalsThatDoNotOverlap() {
    double[] copying = {10, 11, 12, 13, 14};

    assertThat(bar(copying, 7, 7.5, 8, 8.5, 9).verdict()).isEqualTo("met");
    assertThat(bar(copying, 7, 7.5, 8, 8.5, 11).verdict()).isEqualTo("overlaps");
    assertThat(bar(copying, 9, 10, 11, 12, 13).verdict()).isEqualTo("missed");
  }

  @Test
  void limit_isOfLeanAlone() {
    Measure idle = Measure.lean("idle", "statements", "stmts/s", Interval.of(1, 1, 2, 1, 1));

    assertThat(idle.verdict()).isEmpty();
    assertThat(idle.withLimit(1).verdict()).isEqualTo("met");
    assertThat(idle.withLimit(0.5).verdict()).isEqualTo("missed");
  }

  @Test
  void nothingOverNothing_hasNoRatio() {
    assertThat(Measure.pair("memory", "collections", "count", 0, 0).ratio().value())
        .isNaN();
  }

  private static Measure bar(double[] copying, double... lean) {
    return Measure.pair("api", "p50", "us", copying, lean).withBar(0.8);
  }
}
