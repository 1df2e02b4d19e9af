package dev.tare.scheduler.store;

import dev.tare.scheduler.retry.RetryPolicy;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a run that failed waits before it is tried again. Asked by the repository that stores
 * the failure and, in the same statement, creates the run that tries again. Safe to call from any
 * thread and allocates nothing.
 */
@FunctionalInterface
public interface RetryDelay {

  /** The waits of {@link RetryPolicy#DEFAULT}, to the millisecond. */
  RetryDelay DOUBLING =
      of(new RetryPolicy(RetryPolicy.DEFAULT.baseMillis(), RetryPolicy.DEFAULT.maxMillis(), 0));

  /** The waits of a policy, each with a jitter of its own. */
  static RetryDelay of(RetryPolicy policy) {
    return retryCount -> policy.delayMillis(retryCount, ThreadLocalRandom.current());
  }

  /**
   * Milliseconds from the failure to the next attempt, 0 or more.
   *
   * @param retryCount how many runs of the same work failed before, 0 for the first failure
   */
  long millis(int retryCount);
}
