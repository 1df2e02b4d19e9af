package dev.tare.benchmarks.soak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.benchmarks.soak.growth.Growth.Verdict;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final int SAMPLES = 60;
  private static final int RUNS_A_SAMPLE = 10_000;

  @Test
  void noiseAlone_isFlat() {
    Random random = new Random(7);

    assertThat(heap(i -> 20e6 + random.nextGaussian() * 100_000).verdict()).isEqualTo(Verdict.FLAT);
  }

  @Test
  void warmUp_doesNotCount() {
    Growth growth = heap(i -> i < 20 ? i * 1e6 : 20e6);

    assertThat(growth.verdict()).isEqualTo(Verdict.FLAT);
    assertThat(growth.first()).isEqualTo(20e6);
  }

  @Test
  void thirtyTwoBytesARun_areToldAsSuch() {
    Random random = new Random(7);
    Growth growth = heap(i -> 20e6 + 32.0 * i * RUNS_A_SAMPLE + random.nextGaussian() * 100_000);

    assertThat(growth.verdict()).isEqualTo(Verdict.GROWING);
    assertThat(growth.trend().low()).isBetween(30.0, 32.0);
    assertThat(growth.trend().high()).isBetween(32.0, 34.0);
  }

  @Test
  void moreNoiseThanTheToleranceLets_isOpen() {
    Random random = new Random(7);

    assertThat(heap(i -> 50e6 + random.nextGaussian() * 10e6).verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void whatTheSystemDoesNotTell_isUnknown() {
    Growth growth = Growth.of(Quantity.BESIDE, samples(i -> 1));

    assertThat(growth.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static Growth heap(IntToDoubleFunction value) {
    return Growth.of(Quantity.HEAP, samples(value));
  }

  private static List<Sample> samples(IntToDoubleFunction heap) {
    return IntStream.range(0, SAMPLES)
        .mapToObj(i -> new Sample(
            (i + 1L) * RUNS_A_SAMPLE,
            heap.applyAsDouble(i),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0,
            10,
            20))
        .toList();
  }
}
