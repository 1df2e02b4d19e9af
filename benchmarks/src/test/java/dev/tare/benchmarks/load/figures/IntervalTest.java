package dev.tare.benchmarks.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @Test
  void fiveRounds_areBoundByTheLeastAndTheGreatest() {
    assertThat(Interval.of(5, 1, 4, 2, 3)).isEqualTo(new Interval(3, 1, 5));
  }

  @Test
  void fourRounds_haveNoBounds() {
    Interval interval = Interval.of(4, 1, 3, 2);

    assertThat(interval.value()).isEqualTo(2.5);
    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  /** Ranks out of a table of the binomial distribution: the k-th value from either side. */
  @ParameterizedTest
  @CsvSource({"5, 1", "6, 1", "8, 1", "9, 2", "11, 3", "12, 3", "15, 4", "20, 6", "30, 10"})
  void bounds_areTheRanksOfTheSignTest(int rounds, int rank) {
    double[] values = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] = i + 1;
    }

    Interval interval = Interval.of(values);

    assertThat(interval.low()).isEqualTo(rank);
    assertThat(interval.high()).isEqualTo(rounds + 1 - rank);
  }

  @Test
  void bounds_holdTheTrueMedianAsOftenAsTheySay() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int trials = 20_000;
    for (int rounds : new int[] {5, 9, 12}) {
      int held = 0;
      for (int trial = 0; trial < trials; trial++) {
        double[] values =
            random.doubles(rounds).map(value -> Math.pow(value, 3)).toArray();
        Interval interval = Interval.of(values);
        held += interval.low() <= 0.125 && 0.125 <= interval.high() ? 1 : 0;
      }
      // 93 of 100, less five standard deviations of what so many trials give
      assertThat(held / (double) trials)
          .as("%d rounds, seed %d", rounds, seed)
          .isGreaterThan(0.921);
    }
  }

  @Test
  void intervalsThatTouch_areNotApart() {
    assertThat(new Interval(2, 1, 3).isBelow(new Interval(5, 4, 6))).isTrue();
    assertThat(new Interval(2, 1, 4).isBelow(new Interval(5, 4, 6))).isFalse();
    assertThat(Interval.exactly(1).isBelow(Interval.exactly(2))).isFalse();
  }
}
