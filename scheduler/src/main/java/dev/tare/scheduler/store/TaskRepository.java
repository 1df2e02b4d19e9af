package dev.tare.scheduler.store;

import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskState;
import java.util.List;
import java.util.Optional;

/**
 * The tasks. Instants are epoch milliseconds. The graph of dependencies never has a cycle, and
 * names no task that does not exist.
 *
 * <p>Every method is atomic, and safe to call from any thread unless the implementation says
 * otherwise. A failing database throws {@link dev.tare.scheduler.error.StorageException}.
 */
public interface TaskRepository {

  /**
   * Creates a task.
   *
   * @param nextDueAt when its schedule is due first, or 0 for never; never, too, if it has no
   *     schedule or is INACTIVE
   * @return the task with its id
   * @throws dev.tare.scheduler.error.ConflictException if the name is taken
   * @throws dev.tare.scheduler.error.ValidationException if a dependency does not exist
   */
  Task create(NewTask task, long nextDueAt, long now);

  /** The task with this id, whatever its status. */
  Optional<Task> byId(long taskId);

  /** The task of this name, whatever its status. */
  Optional<Task> byName(String name);

  /**
   * Replaces a task's definition.
   *
   * @param nextDueAt when its schedule is due next, or 0 for never; never, too, if it has no
   *     schedule or is INACTIVE
   * @return the task as it is now
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such task
   * @throws dev.tare.scheduler.error.ConflictException if the name is another task's
   * @throws dev.tare.scheduler.error.ValidationException if a dependency does not exist, or the
   *     task would depend on itself
   */
  Task update(long taskId, NewTask task, long nextDueAt, long now);

  /**
   * Sets a task INACTIVE, and its schedule due never. Its name stays taken, its runs stay.
   *
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such task
   */
  StatusChange delete(long taskId, long now);

  /** A page of the tasks that a filter shows, by ascending id, and how many it shows in all. */
  Page<Task> list(TaskFilter filter, PageRequest page);

  /** How many tasks a filter shows. */
  long count(TaskFilter filter);

  /**
   * Active tasks by ascending id.
   *
   * @param afterId the last id of the part before; 0 for the first part
   * @param limit at most so many, 1 or more
   */
  List<Task> active(long afterId, int limit);

  /**
   * Active tasks whose schedule is due, the longest overdue first.
   *
   * @param limit at most so many, 1 or more
   */
  List<DueTask> schedulable(long at, int limit);

  /**
   * Moves due instants on. A task that somebody has moved or changed since it was read stays as it
   * is.
   *
   * @param tasks as {@link #schedulable} returned them
   * @param next for each, when it is due next, or 0 for never
   * @return how many were moved
   */
  int advance(List<DueTask> tasks, long[] next);

  /** The earliest instant at which an active task is due, or 0 if none ever is. */
  long earliestDueAt();

  /**
   * Whether the latest run of each task that this one depends on is COMPLETED; of a sharded run,
   * the latest of each shard. True without dependencies, false if there is no such task.
   */
  boolean checkDependencies(long taskId);

  /** Those of the tasks for which {@link #checkDependencies} is true, in no order. */
  Ids checkDependencies(Ids taskIds);

  /**
   * Those of the tasks that have a run which is not finished, in no order: one that a worker holds,
   * or the latest of the task or of one of its shards if that is pending. The run of the very
   * instant that is due now does not count: it is what a dispatcher would make.
   */
  Ids overlapping(Ids taskIds);

  /** The state of each of these tasks that exists, by ascending id. */
  List<TaskState> batchStatus(Ids taskIds);

  /** The graph of dependencies: every task that has one, by ascending id. */
  List<TaskDependencies> dependencies();
}
