package dev.tare.scheduler.listener;

import dev.tare.scheduler.error.ValidationException;

/**
 * How updates are gathered and written.
 *
 * @param capacity updates in memory at most, those that are being written included; who brings one
 *     more waits
 * @param batch updates a statement at most, 1 to {@code capacity}
 * @param delayMillis how long an update waits for others at most
 * @param firstBackoffMillis the wait after a first failure of the database, 1 or more; doubled with
 *     each further one
 * @param longestBackoffMillis the longest such wait
 */
public record ListenerSettings(
    int capacity, int batch, long delayMillis, long firstBackoffMillis, long longestBackoffMillis) {

  /** 4096 updates in memory, 500 a statement, 5 ms; 50 ms to 5 s after failures. */
  public static final ListenerSettings DEFAULT = new ListenerSettings(4096, 500, 5, 50, 5000);

  /** Refuses what is outside of its range. */
  public ListenerSettings {
    if (batch < 1 || capacity < batch) {
      throw new ValidationException("the listener's batch is " + batch + " and its capacity "
          + capacity + ": a batch is 1 or more, and the capacity at least that");
    }
    if (delayMillis < 0 || firstBackoffMillis < 1 || longestBackoffMillis < firstBackoffMillis) {
      throw new ValidationException("the listener's delay is " + delayMillis
          + " ms and its backoff " + firstBackoffMillis + " to " + longestBackoffMillis
          + " ms: a delay is 0 or more, a backoff 1 or more and ascending");
    }
  }
}
