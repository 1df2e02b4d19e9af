package dev.tare.scheduler.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.ValidationException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final RandomGenerator LOWEST = () -> 0;

  @ParameterizedTest
  @CsvSource({
    "0, 60000",
    "1, 120000",
    "2, 240000",
    "3, 480000",
    "4, 960000",
    "5, 1920000",
    "6, 3600000",
    "7, 3600000",
    "62, 3600000",
    "63, 3600000",
    "64, 3600000",
    "2147483647, 3600000",
    "-1, 60000"
  })
  void wait_doublesUpToItsMaximum(int retryCount, long expectedMillis) {
    RetryPolicy even = new RetryPolicy(60_000, 3_600_000, 0);
    assertThat(even.delayMillis(retryCount, LOWEST)).isEqualTo(expectedMillis);
  }

  @Test
  void jitter_fillsTenPercentInBothDirections() {
    RandomGenerator random = new SplittableRandom(1);
    long least = Long.MAX_VALUE;
    long most = 0;
    long sum = 0;
    for (int i = 0; i < 100_000; i++) {
      long delay = RetryPolicy.DEFAULT.delayMillis(1, random);
      least = Math.min(least, delay);
      most = Math.max(most, delay);
      sum += delay;
    }
    assertThat(least).isBetween(108_000L, 108_010L);
    assertThat(most).isBetween(131_990L, 132_000L);
    assertThat(sum / 100_000).isBetween(119_900L, 120_100L);
  }

  @Test
  void longestPolicy_doesNotOverflow() {
    RetryPolicy longest =
        new RetryPolicy(RetryPolicy.LONGEST_MILLIS, RetryPolicy.LONGEST_MILLIS, 1);
    RandomGenerator random = new SplittableRandom(2);
    for (int retryCount = 0; retryCount < 100; retryCount++) {
      assertThat(longest.delayMillis(retryCount, random))
          .isBetween(0L, 2 * RetryPolicy.LONGEST_MILLIS);
    }
  }

  @Test
  void wait_allocatesNothing() {
    SplittableRandom random = new SplittableRandom(3);
    assertThat(Allocated.bytesPerCall(1000, () -> RetryPolicy.DEFAULT.delayMillis(3, random)))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "2, 1, 0", "1, 31622400001, 0"})
  void bounds_thatMakeNoSense_areRefused(long baseMillis, long maxMillis, double jitter) {
    assertThatThrownBy(() -> new RetryPolicy(baseMillis, maxMillis, jitter))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(baseMillis + " ms, " + maxMillis + " ms");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.1", "NaN"})
  void jitter_outsideOfItsRange_isRefused(double jitter) {
    assertThatThrownBy(() -> new RetryPolicy(1, 1, jitter))
        .isInstanceOf(ValidationException.class)
        .hasMessage("the jitter of a retry policy is 0 to 1: " + jitter);
  }
}
