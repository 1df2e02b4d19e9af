package dev.tare.benchmarks.breaker.fixed;

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

/**
 * A repository that answers at once, with the same values every time, so that what is measured is
 * the guard alone.
 */
public class FixedTasks implements TaskRepository {

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    return Fixtures.TASK;
  }

  @Override
  public Optional<Task> byId(long taskId) {
    return Fixtures.SOME_TASK;
  }

  @Override
  public Optional<Task> byName(String name) {
    return Fixtures.SOME_TASK;
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    return Fixtures.TASK;
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    return StatusChange.CHANGED;
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    return Fixtures.PAGE_OF_TASKS;
  }

  @Override
  public long count(TaskFilter filter) {
    return 1;
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    return Fixtures.TASKS;
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    return Fixtures.DUE;
  }

  @Override
  public int advance(List<DueTask> tasks, long[] next) {
    return 1;
  }

  @Override
  public long earliestDueAt() {
    return 1;
  }

  @Override
  public boolean checkDependencies(long taskId) {
    return true;
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    return Fixtures.IDS;
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    return Fixtures.IDS;
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    return Fixtures.STATES;
  }

  @Override
  public List<TaskDependencies> dependencies() {
    return Fixtures.DEPENDENCIES;
  }
}
