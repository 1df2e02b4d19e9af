package dev.tare.scheduler;

import dev.tare.scheduler.config.IdCache;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.util.List;
import java.util.Optional;

/**
 * The tasks, in a process that runs them: a definition whose parameters its executor would not
 * understand is refused, and whoever keeps a task in memory learns at once that it has changed.
 */
final class WatchedTasks implements TaskRepository {
  private final TaskRepository tasks;
  private final IdCache<Task> cache;
  private final ExecutorRegistry executors;
  private final Runnable changed;

  /** Calls {@code changed} after every change of a definition. */
  WatchedTasks(
      TaskRepository tasks, IdCache<Task> cache, ExecutorRegistry executors, Runnable changed) {
    this.tasks = tasks;
    this.cache = cache;
    this.executors = executors;
    this.changed = changed;
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    check(task);
    Task created = tasks.create(task, nextDueAt, now);
    changed.run();
    return created;
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    check(task);
    Task updated = tasks.update(taskId, task, nextDueAt, now);
    cache.invalidate(taskId);
    changed.run();
    return updated;
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    StatusChange change = tasks.delete(taskId, now);
    cache.invalidate(taskId);
    return change;
  }

  private void check(NewTask task) {
    TaskExecutor executor = executors.executorOf(task.taskType());
    if (executor != null) { // otherwise another process serves the type
      executor.validate(task.parameters());
    }
  }

  @Override
  public Optional<Task> byId(long taskId) {
    return tasks.byId(taskId);
  }

  @Override
  public Optional<Task> byName(String name) {
    return tasks.byName(name);
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    return tasks.list(filter, page);
  }

  @Override
  public long count(TaskFilter filter) {
    return tasks.count(filter);
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    return tasks.active(afterId, limit);
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    return tasks.schedulable(at, limit);
  }

  @Override
  public int advance(List<DueTask> due, long[] next) {
    return tasks.advance(due, next);
  }

  @Override
  public long earliestDueAt() {
    return tasks.earliestDueAt();
  }

  @Override
  public boolean checkDependencies(long taskId) {
    return tasks.checkDependencies(taskId);
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    return tasks.checkDependencies(taskIds);
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    return tasks.overlapping(taskIds);
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    return tasks.batchStatus(taskIds);
  }

  @Override
  public List<TaskDependencies> dependencies() {
    return tasks.dependencies();
  }
}
