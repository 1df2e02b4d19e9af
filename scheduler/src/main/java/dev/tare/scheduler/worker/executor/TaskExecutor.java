package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.model.Bytes;

/**
 * Executes the runs of one task type. Called by many threads at once.
 *
 * <p>A run that is out of time or cancelled has its thread interrupted; an executor that waits
 * should let the {@link InterruptedException} out, and one that computes should look at
 * {@link Thread#isInterrupted} now and then. The worker knows why it interrupted and records that.
 */
@FunctionalInterface
public interface TaskExecutor {

  /**
   * Executes one run to its end, on the calling thread.
   *
   * @param context the run; lent until this method returns
   * @throws Exception the run has failed, with the exception's message as its error
   */
  Outcome execute(TaskExecutionContext context) throws Exception;

  /**
   * Says whether parameters would be understood, without executing anything; for use when a task is
   * defined. Accepts everything unless an executor knows better.
   *
   * @throws dev.tare.scheduler.error.ValidationException with the field, what it is, and what it
   *     may be
   */
  default void validate(Bytes parameters) {}
}
