package dev.tare.benchmarks.breaker;

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
import java.util.List;
import java.util.Optional;

/** The baseline of the tasks behind a breaker; see {@link CopyingBreaker} for its copies. */
public final class CopyingGuardedTasks implements TaskRepository {
  private final TaskRepository tasks;
  private final CopyingBreaker breaker;

  /** Before these tasks. */
  public CopyingGuardedTasks(TaskRepository tasks, CopyingBreaker breaker) {
    this.tasks = tasks;
    this.breaker = breaker;
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    return breaker.execute("task", "create", () -> tasks.create(task, nextDueAt, now));
  }

  @Override
  public Optional<Task> byId(long taskId) {
    return breaker.execute("task", "byId", () -> tasks.byId(taskId));
  }

  @Override
  public Optional<Task> byName(String name) {
    return breaker.execute("task", "byName", () -> tasks.byName(name));
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    return breaker.execute("task", "update", () -> tasks.update(taskId, task, nextDueAt, now));
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    return breaker.execute("task", "delete", () -> tasks.delete(taskId, now));
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    return breaker.execute("task", "list", () -> tasks.list(filter, page));
  }

  @Override
  public long count(TaskFilter filter) {
    return breaker.execute("task", "count", () -> tasks.count(filter));
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    return breaker.execute("task", "active", () -> tasks.active(afterId, limit));
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    return breaker.execute("task", "schedulable", () -> tasks.schedulable(at, limit));
  }

  @Override
  public int advance(List<DueTask> tasks, long[] next) {
    List<DueTask> own = List.copyOf(tasks);
    long[] ownNext = next.clone();
    return breaker.execute("task", "advance", () -> this.tasks.advance(own, ownNext));
  }

  @Override
  public long earliestDueAt() {
    return breaker.execute("task", "earliestDueAt", () -> tasks.earliestDueAt());
  }

  @Override
  public boolean checkDependencies(long taskId) {
    return breaker.execute("task", "checkDependencies", () -> tasks.checkDependencies(taskId));
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    return breaker.execute("task", "checkDependencies", () -> tasks.checkDependencies(taskIds));
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    return breaker.execute("task", "overlapping", () -> tasks.overlapping(taskIds));
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    return breaker.execute("task", "batchStatus", () -> tasks.batchStatus(taskIds));
  }

  @Override
  public List<TaskDependencies> dependencies() {
    return breaker.execute("task", "dependencies", () -> tasks.dependencies());
  }
}
