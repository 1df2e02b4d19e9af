package dev.tare.scheduler.store;

/**
 * How long a run that failed waits before it is tried again. Asked by the repository that stores
 * the failure and, in the same statement, creates the run that tries again. Safe to call from any
 * thread and allocates nothing.
 */
@FunctionalInterface
public interface RetryDelay {

  /** A minute, doubled with every failure, an hour at most. */
  RetryDelay DOUBLING = retryCount -> Math.min(60_000L << Math.min(retryCount, 6), 3_600_000L);

  /**
   * Milliseconds from the failure to the next attempt, 0 or more.
   *
   * @param retryCount how many runs of the same work failed before, 0 for the first failure
   */
  long millis(int retryCount);
}
