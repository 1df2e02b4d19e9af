package dev.tare.benchmarks.soak.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TheilSenTest {
  private static final long SEED = 20_261_126;
  private static final int POINTS = 40;
  private static final double[] X =
      IntStream.range(0, POINTS).mapToDouble(i -> i * 1_000.0).toArray();

  @Test
  void line_hasItsSlopeWithoutSpread() {
    double[] y = Arrays.stream(X).map(x -> 5 + 64 * x).toArray();

    assertThat(TheilSen.of(X, y)).isEqualTo(new TheilSen(64, 64, 64));
  }

  @Test
  void constant_hasNone() {
    double[] y = new double[POINTS];
    Arrays.fill(y, 17);

    assertThat(TheilSen.of(X, y)).isEqualTo(new TheilSen(0, 0, 0));
  }

  @Test
  void outliers_doNotMoveIt() {
    double[] y = Arrays.stream(X).map(x -> 2 * x).toArray();
    y[3] = 1e9;
    y[20] = -1e9;

    assertThat(TheilSen.of(X, y).slope()).isEqualTo(2);
  }

  @Test
  void threePoints_areEnough() {
    TheilSen trend = TheilSen.of(new double[] {0, 1, 2}, new double[] {0, 3, 4});

    // Slopes 1, 2 and 3; three points bound the slope by nothing narrower.
    assertThat(trend).isEqualTo(new TheilSen(2, 1, 3));
  }

  @Test
  void bounds_holdTheSlopeInNineteenOfTwentySeries() {
    Random random = new Random(SEED);
    int held = 0;
    for (int series = 0; series < 1_000; series++) {
      double[] y =
          Arrays.stream(X).map(x -> 3 * x + 500 * random.nextGaussian()).toArray();
      TheilSen trend = TheilSen.of(X, y);
      held += trend.low() <= 3 && 3 <= trend.high() ? 1 : 0;
    }

    // Binomial(1000, 0.95): five standard deviations are 34.
    assertThat((double) held).as("seed %d", SEED).isCloseTo(950, within(34.0));
  }
}
