package dev.tare.scheduler.model;

import org.jspecify.annotations.Nullable;

/**
 * The end of one attempt of a run.
 *
 * @param runId the run
 * @param attempt the attempt that ended; any other than the run's latest is refused
 * @param status how it ended: COMPLETED, FAILED, TIMEOUT or CANCELLED
 * @param completedAt when, epoch milliseconds
 * @param result what it produced
 * @param errorMessage why it failed
 */
public record Completion(
    long runId,
    int attempt,
    RunStatus status,
    long completedAt,
    @Nullable Bytes result,
    @Nullable String errorMessage) {

  /** Refuses a status that is no end. */
  public Completion {
    if (!status.isFinished()) {
      throw new IllegalArgumentException(status + " does not complete a run");
    }
  }
}
