package dev.tare.scheduler.retry;

import dev.tare.scheduler.error.ValidationException;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a failed run is tried again: {@code min(base · 2ⁿ, max)}, moved by up to
 * the jitter in either direction so that what failed together does not come back together.
 *
 * @param baseMillis the wait after the first failure, 1 or more
 * @param maxMillis where doubling ends, from {@code baseMillis} to {@link #LONGEST_MILLIS}; the
 *     jitter comes on top
 * @param jitter the largest part of a wait that is added or taken away, 0 to 1
 */
public record RetryPolicy(long baseMillis, long maxMillis, double jitter) {
  /** The longest wait that can be configured: 366 days. */
  public static final long LONGEST_MILLIS = 366L * 24 * 60 * 60 * 1000;

  /** One minute, doubled up to one hour, ±10 %. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(60_000, 3_600_000, 0.1);

  /**
   * Checks the bounds.
   *
   * @throws ValidationException if one of the values is outside of them
   */
  public RetryPolicy {
    if (baseMillis < 1 || maxMillis < baseMillis || maxMillis > LONGEST_MILLIS) {
      throw new ValidationException("a retry policy waits 1 ms or more at first and no longer than"
          + " its maximum, which is at most " + LONGEST_MILLIS + " ms: " + baseMillis + " ms, "
          + maxMillis + " ms");
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new ValidationException("the jitter of a retry policy is 0 to 1: " + jitter);
    }
  }

  /**
   * Milliseconds from a failure to the next attempt. Allocates nothing.
   *
   * @param retryCount how many runs of the same work failed before this one, 0 or more
   * @param random asked for one number; it is only used during the call
   */
  public long delayMillis(int retryCount, RandomGenerator random) {
    int doublings = Math.min(Math.max(retryCount, 0), Long.SIZE - 2);
    // Compared before it is shifted: no product overflows.
    long delay = baseMillis > maxMillis >> doublings ? maxMillis : baseMillis << doublings;
    long spread = (long) (delay * jitter);
    return delay - spread + random.nextLong(2 * spread + 1);
  }
}
