package dev.tare.scheduler.api.run;

import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.store.StatusChange;
import org.jspecify.annotations.Nullable;

/** What the API asks of the scheduler that it stands before. Thread-safe. */
public interface RunCommands {

  /**
   * Creates runs of a task that may start at once, one a shard.
   *
   * @param payload replaces the task's parameters, a JSON object; absent to use those
   * @param traceparent the trace that asked for it
   * @return the ids of the runs, one or more
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such task
   * @throws dev.tare.scheduler.error.ConflictException if it is not active
   */
  long[] submit(long taskId, @Nullable Bytes payload, @Nullable TraceParent traceparent);

  /**
   * Cancels a run that has not ended, and stops it if it is running.
   *
   * @param requester who asks, for the log
   * @return whether that changed anything
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such run
   * @throws dev.tare.scheduler.error.IllegalTransitionException if it has ended in another way
   */
  StatusChange cancel(long runId, String requester);

  /**
   * Runs the work of a run that has ended once more, as a new run of the same task, shard and
   * payload, whatever became of the first one; that stays as it is.
   *
   * @param requester who asks, for the log
   * @param traceparent the trace that asked for it
   * @return the id of the new run
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such run
   * @throws dev.tare.scheduler.error.IllegalTransitionException if it has not ended
   * @throws dev.tare.scheduler.error.ConflictException if its task is not active
   */
  long restart(long runId, String requester, @Nullable TraceParent traceparent);
}
