package dev.tare.benchmarks.api.stored;

import dev.tare.benchmarks.breaker.fixed.FixedTasks;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskFilter;
import java.util.List;
import java.util.Optional;

/** Forty tasks. Nothing that is asked for twice is composed twice. For one thread. */
public final class StoredTasks extends FixedTasks {
  private final List<Optional<Task>> byId;
  private final Answers<TaskFilter, Task> pages;

  /** With its tasks in it. */
  public StoredTasks() {
    List<Task> tasks = Samples.tasks();
    byId = tasks.stream().map(Optional::of).toList();
    pages = new Answers<>(tasks, StoredTasks::shows);
  }

  @Override
  public Optional<Task> byId(long taskId) {
    return taskId >= 1 && taskId <= byId.size() ? byId.get((int) taskId - 1) : Optional.empty();
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    return pages.page(filter, page);
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    return new Task(
        Samples.TASKS + 1,
        task.name(),
        3,
        task.taskType(),
        task.schedule(),
        task.parameters(),
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status(),
        task.dependencies(),
        task.shardCount(),
        task.shardKey(),
        nextDueAt,
        now,
        now);
  }

  /** How many rows the lists had that were asked for. */
  public long rowsRead() {
    return pages.rowsRead();
  }

  private static boolean shows(TaskFilter filter, Task task) {
    if (filter.namePattern() != null) {
      throw new UnsupportedOperationException("names are the database's matter");
    }
    return (filter.status() == null || filter.status() == task.status())
        && (filter.taskType() == null || filter.taskType().equals(task.taskType()));
  }
}
