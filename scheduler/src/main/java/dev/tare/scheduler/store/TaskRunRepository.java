package dev.tare.scheduler.store;

import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs: the durable work queue and its history. Instants are epoch milliseconds.
 *
 * <p>Every method is atomic, and safe to call from any thread unless the implementation says
 * otherwise. A failing database throws {@link dev.tare.scheduler.error.StorageException}, and then
 * nothing has been changed, or the connection was lost before the database could tell.
 */
public interface TaskRunRepository {

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

  /** The run with this id. */
  Optional<TaskRun> byId(long runId);

  /**
   * Hands the oldest pending runs that may start to a worker: they are RUNNING, their attempt is
   * one higher, and no other worker gets them.
   *
   * @param limit at most so many, 1 or more
   * @return the runs, oldest scheduled instant first; empty if nothing is due
   */
  List<ClaimedRun> claim(String workerId, int limit, long now);

  /**
   * Ends attempts, each only if it is the run's latest and still running.
   *
   * @return how many were accepted; the others have been superseded and stay as they are
   */
  int complete(List<Completion> completions);

  /**
   * Changes the status of one run if its present status allows it. Leaving PENDING for a worker
   * raises the attempt; returning to PENDING clears the worker and the instants of the attempt.
   *
   * @param workerId who takes the run, for DISPATCHED and RUNNING; not used otherwise
   * @param at when the change happened
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such run
   * @throws dev.tare.scheduler.error.IllegalTransitionException if its status does not allow it
   */
  StatusChange updateStatus(long runId, RunStatus target, @Nullable String workerId, long at);
}
