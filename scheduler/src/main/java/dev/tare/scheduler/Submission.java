package dev.tare.scheduler;

import dev.tare.scheduler.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One run to be made on demand.
 *
 * @param taskId its task
 * @param payload replaces the task's parameters for this run, and is given away; absent to use
 *     those
 */
public record Submission(long taskId, @Nullable Bytes payload) {

  /** A run with the task's own parameters. */
  public static Submission of(long taskId) {
    return new Submission(taskId, null);
  }
}
