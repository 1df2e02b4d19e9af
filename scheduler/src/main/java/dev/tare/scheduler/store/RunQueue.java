package dev.tare.scheduler.store;

import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs as the durable work queue: what a loop does with each of them; part of
 * {@link TaskRunRepository}, whose promises hold here.
 */
public interface RunQueue {

  /**
   * Creates one pending run.
   *
   * @return its id
   * @throws dev.tare.scheduler.error.ConflictException if the due run exists already
   */
  long create(NewRun run, long now);

  /**
   * Creates pending runs, all or none.
   *
   * @return their ids, in the order of {@code runs}
   * @throws dev.tare.scheduler.error.ConflictException if one of the due runs exists already
   */
  long[] createAll(List<NewRun> runs, long now);

  /**
   * Creates those of the due runs that do not exist yet; two dispatchers may call it with the same
   * runs.
   *
   * @return how many it created
   */
  int createDue(List<NewRun> runs, long now);

  /** The run with this id. */
  Optional<TaskRun> byId(long runId);

  /**
   * Hands the oldest pending runs that may start to a worker: they are RUNNING, their attempt is
   * one higher, and no other worker gets them.
   *
   * @param types whose runs it can take
   * @param limit at most so many, 1 or more
   * @return the runs, oldest scheduled instant first; empty if nothing is due
   */
  List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now);

  /**
   * Ends attempts, each only if it is the run's latest and still running.
   *
   * <p>A run that ends FAILED or TIMEOUT is followed by a pending one of the same task, payload and
   * shard, with one more on its retry count, as long as that stays within the task's
   * {@code maxRetries} and the task is active. It may start after the {@link RetryDelay}.
   *
   * @return how many were accepted; the others have been superseded and stay as they are
   */
  int complete(List<Completion> completions);

  /**
   * Ends attempts and claims the next runs: the same as {@link #complete}, then {@link #claim}, in
   * one round trip. The runs that it creates for another try are not claimed at once.
   */
  Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now);

  /**
   * Changes the status of one run if its present status allows it. Leaving PENDING for a worker
   * raises the attempt; returning to PENDING clears what the attempt left: worker, instants, result
   * and error.
   *
   * @param workerId who takes the run, for DISPATCHED and RUNNING; not used otherwise
   * @param at when the change happened
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such run
   * @throws dev.tare.scheduler.error.IllegalTransitionException if its status does not allow it
   */
  StatusChange updateStatus(long runId, RunStatus target, @Nullable String workerId, long at);
}
