package dev.tare.benchmarks.retry;

import dev.tare.scheduler.retry.RetryPolicy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The baseline: waits as a careful team without a profiler computes them.
 *
 * <p>Its copies, and the idiom each stands for: a {@code Duration} a step (the immutable value), a
 * power in arbitrary precision (overflow can not happen), the jitter as a decimal fraction.
 */
final class CopyingRetries {
  private final Duration base;
  private final Duration longest;
  private final BigDecimal jitter;

  CopyingRetries(RetryPolicy policy) {
    base = Duration.ofMillis(policy.baseMillis());
    longest = Duration.ofMillis(policy.maxMillis());
    jitter = BigDecimal.valueOf(policy.jitter());
  }

  long delayMillis(int retryCount, RandomGenerator random) {
    Duration delay = exponential(Math.max(retryCount, 0));
    Duration spread = Duration.ofMillis(BigDecimal.valueOf(delay.toMillis())
        .multiply(jitter)
        .setScale(0, RoundingMode.DOWN)
        .longValueExact());
    Duration moved = Duration.ofMillis(random.nextLong(2 * spread.toMillis() + 1));
    return delay.minus(spread).plus(moved).toMillis();
  }

  private Duration exponential(int doublings) {
    BigInteger millis = BigInteger.valueOf(base.toMillis()).multiply(BigInteger.TWO.pow(doublings));
    BigInteger most = BigInteger.valueOf(longest.toMillis());
    return Duration.ofMillis(millis.min(most).longValueExact());
  }
}
