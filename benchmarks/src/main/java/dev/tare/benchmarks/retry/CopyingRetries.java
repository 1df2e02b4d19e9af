package dev.tare.benchmarks.retry;

import dev.tare.scheduler.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The baseline: waits as a careful team without a profiler computes them.
 *
 * <p>Its copies, and the idiom it stands for: a {@code Duration} a step, the immutable value.
 */
final class CopyingRetries {
  private static final int MOST_DOUBLINGS = 38; // of a millisecond, past what a policy may have

  private final Duration base;
  private final Duration longest;
  private final double jitter;

  CopyingRetries(RetryPolicy policy) {
    base = Duration.ofMillis(policy.baseMillis());
    longest = Duration.ofMillis(policy.maxMillis());
    jitter = policy.jitter();
  }

  long delayMillis(int retryCount, RandomGenerator random) {
    Duration delay = exponential(Math.max(retryCount, 0));
    Duration spread = Duration.ofMillis((long) (delay.toMillis() * jitter));
    Duration moved = Duration.ofMillis(random.nextLong(2 * spread.toMillis() + 1));
    return delay.minus(spread).plus(moved).toMillis();
  }

  private Duration exponential(int doublings) {
    Duration delay = base.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
