package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param status COMPLETED, FAILED or TIMEOUT
 * @param result what was produced, also by a failure
 * @param error why it failed; absent if it did not
 */
public record Outcome(
    RunStatus status, @Nullable Bytes result, @Nullable String error) {

  /** It went well and produced nothing. */
  public static final Outcome DONE = new Outcome(RunStatus.COMPLETED, null, null);

  /** Refuses a status that an execution does not end with, and a failure without a reason. */
  public Outcome {
    boolean failed = status == RunStatus.FAILED || status == RunStatus.TIMEOUT;
    if (!failed && status != RunStatus.COMPLETED) {
      throw new IllegalArgumentException("an execution does not end as " + status);
    }
    if (failed != (error != null)) {
      throw new IllegalArgumentException(status + (failed ? " needs an error" : " has no error"));
    }
  }

  /** It went well; {@link #DONE} if it produced nothing. */
  public static Outcome completed(@Nullable Bytes result) {
    return result == null ? DONE : new Outcome(RunStatus.COMPLETED, result, null);
  }

  /** It failed, for a reason that a user can act on. */
  public static Outcome failed(String error, @Nullable Bytes result) {
    return new Outcome(RunStatus.FAILED, result, error);
  }

  /** It took too long. */
  public static Outcome timedOut(String error, @Nullable Bytes result) {
    return new Outcome(RunStatus.TIMEOUT, result, error);
  }
}
