package dev.tare.scheduler.api.task;

/** Reads cron texts. Thread-safe. */
@FunctionalInterface
public interface Schedules {

  /**
   * When a schedule is due next.
   *
   * @param cron cron text with seconds
   * @param after epoch milliseconds; this very instant does not count
   * @return epoch milliseconds, or 0 for never
   * @throws dev.tare.scheduler.error.ValidationException if the text can not be read
   */
  long nextDueAt(String cron, long after);
}
