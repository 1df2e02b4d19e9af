package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.retry.RetryPolicy;

/**
 * How a dispatcher looks for what is due and for what is lost.
 *
 * @param scanMillis how often it looks for due tasks when it knows of none; 1 ms to a day
 * @param batch tasks a batch at most, 1–5000
 * @param recoveryMillis how often it looks for what is lost; 1 ms to a day
 * @param leaseMillis a worker that was not heard for so long is gone, and its runs are taken back;
 *     longer than a worker trusts its own lease; 1 ms to a day
 * @param dispatchedMillis a run that is DISPATCHED for so long and not started is taken back; 1 ms
 *     to a day
 * @param overdueMillis a run that a living worker has not ended so long after its time limit ends
 *     as TIMEOUT; 0 to a day
 * @param mostAttempts a run whose worker is lost in this attempt, or a later one, ends as FAILED;
 *     1–1,000,000
 * @param retentionDays finished runs are kept so long, but the latest of each task for ever; 0 to
 *     keep all, at most 36,500
 * @param backoff how long it waits after failures of the database
 * @param closeMillis how long {@link Dispatcher#close()} may take; 0 to an hour
 */
public record DispatchSettings(
    long scanMillis,
    int batch,
    long recoveryMillis,
    long leaseMillis,
    long dispatchedMillis,
    long overdueMillis,
    int mostAttempts,
    int retentionDays,
    RetryPolicy backoff,
    long closeMillis) {

  /**
   * A scan every 10 s, batches of 500 tasks, recovery every 15 s, a lease of 90 s, 60 s to start a
   * run or to end one that is overdue, ten attempts before a run is blamed for the end of its
   * workers, all history kept, waits of 1 s to 30 s after failures, 5 s to close.
   */
  public static final DispatchSettings DEFAULT = new DispatchSettings(
      10_000, 500, 15_000, 90_000, 60_000, 60_000, 10, 0, new RetryPolicy(1000, 30_000, 0.1), 5000);

  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  /** Refuses what is outside of its range. */
  public DispatchSettings {
    check("scanMillis", scanMillis, 1, DAY_MILLIS);
    check("batch", batch, 1, 5000);
    check("recoveryMillis", recoveryMillis, 1, DAY_MILLIS);
    check("leaseMillis", leaseMillis, 1, DAY_MILLIS);
    check("dispatchedMillis", dispatchedMillis, 1, DAY_MILLIS);
    check("overdueMillis", overdueMillis, 0, DAY_MILLIS);
    check("mostAttempts", mostAttempts, 1, 1_000_000);
    check("retentionDays", retentionDays, 0, 36_500);
    check("closeMillis", closeMillis, 0, 60 * 60 * 1000L);
  }

  /** The same with another interval of scans. */
  public DispatchSettings withScanMillis(long millis) {
    return new DispatchSettings(
        millis,
        batch,
        recoveryMillis,
        leaseMillis,
        dispatchedMillis,
        overdueMillis,
        mostAttempts,
        retentionDays,
        backoff,
        closeMillis);
  }

  /** The same with batches of another size. */
  public DispatchSettings withBatch(int tasks) {
    return new DispatchSettings(
        scanMillis,
        tasks,
        recoveryMillis,
        leaseMillis,
        dispatchedMillis,
        overdueMillis,
        mostAttempts,
        retentionDays,
        backoff,
        closeMillis);
  }

  /** The same with finished runs kept for so many days, 0 for ever. */
  public DispatchSettings withRetentionDays(int days) {
    return new DispatchSettings(
        scanMillis,
        batch,
        recoveryMillis,
        leaseMillis,
        dispatchedMillis,
        overdueMillis,
        mostAttempts,
        days,
        backoff,
        closeMillis);
  }

  /** The same with other waits after failures. */
  public DispatchSettings withBackoff(RetryPolicy waits) {
    return new DispatchSettings(
        scanMillis,
        batch,
        recoveryMillis,
        leaseMillis,
        dispatchedMillis,
        overdueMillis,
        mostAttempts,
        retentionDays,
        waits,
        closeMillis);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ValidationException(
          "a dispatcher's " + name + " is " + value + ": use " + least + " to " + most);
    }
  }
}
