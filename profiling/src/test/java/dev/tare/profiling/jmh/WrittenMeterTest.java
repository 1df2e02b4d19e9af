package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

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
}
