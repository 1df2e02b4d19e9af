package dev.tare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({"24, 24", "0, 0", "27.36, 27.36", "1e7, 10000000", "1872e9, 1872000000000", "0.5, 0.5"
  })
  void text_hasNoExponentAndNoIdleZero(double value, String text) {
    assertThat(Decimal.text(value)).isEqualTo(text);
  }

  @Test
  void parse_givesBackEveryBitOfAnyFigure() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double value = random.nextDouble() * Math.pow(10, random.nextInt(12) - 3);
      assertThat(Decimal.parse(Decimal.text(value))).as("seed %d", seed).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "+1", "1e3", "NaN", "Infinity", ".5", "5.", "1.2.3", "1,5", "0x1", "٣"})
  void parse_refusesWhatIsNoPlainDecimal(String text) {
    assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
