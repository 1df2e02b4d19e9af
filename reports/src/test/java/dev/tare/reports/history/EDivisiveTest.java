package dev.tare.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Known changes, and none where there is none. */
class EDivisiveTest {
  private static final long SEED = 20_261_126;

  @Test
  void identicalPoints_haveNoChange() {
    double[] series = new double[200];
    Arrays.fill(series, 528);

    assertThat(EDivisive.changes(series)).isEmpty();
  }

  @Test
  @DisplayName(
      "one level of noise, 200 series of 40 points: at most as many alarms as the level lets")
  void noise_hasHardlyAnyChange() {
    Random random = new Random(SEED);
    int alarms = 0;
    for (int i = 0; i < 200; i++) {
      double[] series = random.doubles(40, 90, 110).toArray();
      alarms += EDivisive.changes(series).isEmpty() ? 0 : 1;
    }

    // Binomial(200, 0.01) is above 8 once in ten thousand seeds.
    assertThat(alarms).as("seed %d", SEED).isLessThanOrEqualTo(8);
  }

  @Test
  void oneStep_isFoundWhereItIs() {
    double[] series = new double[60];
    Arrays.fill(series, 0, 35, 100);
    Arrays.fill(series, 35, 60, 104);

    assertThat(EDivisive.changes(series)).containsExactly(35);
  }

  @Test
  void stepsUnderNoise_areFoundWithinAPoint() {
    Random random = new Random(SEED);
    double[] series = new double[120];
    for (int i = 0; i < series.length; i++) {
      double level = i < 40 ? 100 : i < 90 ? 130 : 80;
      series[i] = level + random.nextGaussian() * 3;
    }

    assertThat(EDivisive.changes(series)).as("seed %d", SEED).hasSize(2);
    assertThat(EDivisive.changes(series).get(0)).isBetween(39, 41);
    assertThat(EDivisive.changes(series).get(1)).isBetween(89, 91);
  }

  @Test
  void oneOutlier_isNoChange() {
    double[] series = new double[50];
    Arrays.fill(series, 200);
    series[25] = 900;

    assertThat(EDivisive.changes(series)).isEmpty();
  }

  @Test
  void tooFewPoints_haveNoChange() {
    assertThat(EDivisive.changes()).isEmpty();
    assertThat(EDivisive.changes(1)).isEmpty();
    assertThat(EDivisive.changes(1, 1, 1, 1, 9, 9, 9, 9)).isEmpty();
  }

  @Test
  void sameSeries_hasTheSameAnswer() {
    double[] series = new Random(SEED).doubles(80, 0, 10).toArray();
    for (int i = 50; i < 80; i++) {
      series[i] += 4;
    }

    assertThat(EDivisive.changes(series)).isEqualTo(EDivisive.changes(series));
  }
}
