package dev.tare.scheduler.store;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import java.util.List;

/** What can be asked of the runs; part of {@link TaskRunRepository}, whose promises hold here. */
public interface RunQueries {

  /** A page of a task's runs, the newest first, and how many it has. */
  Page<TaskRun> byTask(long taskId, PageRequest page);

  /** A page of the runs that a worker has or had last, the newest first, and how many. */
  Page<TaskRun> byWorker(String workerId, PageRequest page);

  /**
   * A page of the runs in a status, and how many are: PENDING in the order in which they will be
   * claimed, DISPATCHED and RUNNING the last started first, others the last finished first.
   */
  Page<TaskRun> byStatus(RunStatus status, PageRequest page);

  /** The runs that will be claimed next, in that order, due or not; at most {@code limit}. */
  List<TaskRun> pending(int limit);

  /** The runs that are DISPATCHED or RUNNING, the first started first; at most {@code limit}. */
  List<ActiveRun> running(int limit);

  /** Whether a run of the task is DISPATCHED or RUNNING. */
  boolean hasRunning(long taskId);

  /** Those of the tasks that have a run DISPATCHED or RUNNING, by ascending id. */
  Ids withRunning(Ids taskIds);

  /**
   * RUNNING runs that have gone on for longer than their task's time limit, the first started
   * first; at most {@code limit}.
   */
  List<ActiveRun> timedOut(long at, int limit);

  /** The newest runs of a task, the newest first; at most {@code limit}. */
  List<TaskRun> recent(long taskId, int limit);

  /** Counts the runs that wait or run now, and those that finished at an instant or later. */
  RunStats stats(long since);

  /** The same for one task. */
  RunStats stats(long taskId, long since);
}
