package dev.tare.profiling.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.AllocationProfiler.Shape;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMeterTest {

  @ParameterizedTest
  @CsvSource({
    "-500, 1024",
    "0, 1024",
    "3906, 1024",
    "3907, 256",
    "15625, 256",
    "15626, 64",
    "62500, 64",
    "62501, 16",
    "250000, 16",
    "250001, 4",
    "25000000, 4",
    "25000001, 1",
    "50000000, 1",
    "9000000000, 1"
  })
  void batch_isAsLargeAsItsTimeAllows(long nanosPerRound, int batch) {
    assertThat(WrittenMeter.batch(nanosPerRound)).isEqualTo(batch);
  }

  @ParameterizedTest
  @CsvSource({"1000000, 13000000, 4000000", "9000000, 8000000, 100000", "1000000, 1000000, 12500"})
  void nanosPerRound_isPositiveHoweverNoisyThePilot(long small, long large, long nanosPerRound) {
    Shape shape = new Shape(1, 1);
    Halves pilot = new Halves(
        List.of(new Iteration(1, shape, 0, small), new Iteration(1, shape, 0, small + 1)),
        List.of(new Iteration(4, shape, 0, large), new Iteration(4, shape, 0, large + 1)));

    assertThat(WrittenMeter.nanosPerRound(pilot)).isEqualTo(nanosPerRound);
  }

  @ParameterizedTest
  @CsvSource({"1600000, 6400000, 100000", "9000000, 6400000, 5000"})
  void nanosPerRound_ofLargerBatches_isTheSameMeasure(long small, long large, long nanosPerRound) {
    Shape shape = new Shape(1, 1);
    Halves halves = new Halves(
        List.of(new Iteration(16, shape, 0, small)), List.of(new Iteration(64, shape, 0, large)));

    assertThat(WrittenMeter.nanosPerRound(halves)).isEqualTo(nanosPerRound);
  }
}
