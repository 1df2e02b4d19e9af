package dev.tare.scheduler.store;

import dev.tare.scheduler.model.ActiveRun;
import java.util.List;

/**
 * Getting runs back from workers that are gone, and rid of old ones; part of
 * {@link TaskRunRepository}, whose promises hold here.
 *
 * <p>A run that goes back is PENDING at its old scheduled instant, without its worker. Its attempt
 * stays, so that the next claim supersedes the worker that it was taken from.
 */
public interface RunRecovery {

  /**
   * Takes back what a worker holds, DISPATCHED or RUNNING.
   *
   * @return how many runs
   */
  int requeue(String workerId);

  /**
   * Takes back what a worker holds, DISPATCHED or RUNNING, except these attempts: for a worker that
   * knows what it has, and can not know what the database gave it when a call failed.
   *
   * @param runIds what it has
   * @param attempts their attempts, in the same order
   * @return how many runs
   */
  int requeueExcept(String workerId, long[] runIds, int[] attempts);

  /**
   * What {@link #requeueLost} would take back that is RUNNING in this attempt or a later one, the
   * first started first: whoever executes it seems to come to an end by it.
   *
   * @param limit at most so many, 1 or more
   */
  List<ActiveRun> lost(long heardBefore, int attempt, int limit);

  /**
   * Takes back what is held by workers that were last heard before an instant, or that are not
   * registered at all.
   *
   * @return how many runs
   */
  int requeueLost(long heardBefore);

  /**
   * Takes back runs that are DISPATCHED since before an instant and that nobody has started.
   *
   * @return how many runs
   */
  int recoverDispatched(long dispatchedBefore);

  /**
   * Deletes runs that finished before an instant. The latest run of each task and shard stays,
   * since other tasks may depend on how it ended.
   *
   * @param limit at most so many, 1 or more; call again until fewer are deleted
   * @return how many runs
   */
  int cleanup(long finishedBefore, int limit);
}
