package dev.tare.scheduler.model;

/**
 * Runs counted by status: those that wait or run now, and those that finished since an instant.
 *
 * @param pending waiting now
 * @param dispatched handed out now
 * @param running running now
 * @param completed ended well
 * @param failed ended with an error
 * @param timedOut ended by their time limit
 * @param cancelled ended by request
 * @param executed how many of the finished had been started
 * @param executedMillis how long those ran, together
 * @param longestMillis how long the longest of them ran
 */
public record RunStats(
    long pending,
    long dispatched,
    long running,
    long completed,
    long failed,
    long timedOut,
    long cancelled,
    long executed,
    long executedMillis,
    long longestMillis) {

  /** How many finished, in any way. */
  public long finished() {
    return completed + failed + timedOut + cancelled;
  }

  /** How long a started run took on average; 0 if none was started. */
  public double averageMillis() {
    return executed == 0 ? 0 : (double) executedMillis / executed;
  }

  /** The part of the finished that ended well, 0–1; 0 if none finished. */
  public double successRate() {
    return finished() == 0 ? 0 : (double) completed / finished();
  }
}
