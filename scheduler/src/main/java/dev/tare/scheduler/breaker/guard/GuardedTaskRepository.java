package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.CircuitBreaker;
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

/** The tasks, behind a circuit breaker. */
public final class GuardedTaskRepository implements TaskRepository {
  private final TaskRepository tasks;
  private final CircuitBreaker breaker;

  /** Over these tasks; the breaker may be shared with whatever fails together with them. */
  public GuardedTaskRepository(TaskRepository tasks, CircuitBreaker breaker) {
    this.tasks = tasks;
    this.breaker = breaker;
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.create(task, nextDueAt, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Optional<Task> byId(long taskId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.byId(taskId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Optional<Task> byName(String name) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.byName(name));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.update(taskId, task, nextDueAt, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.delete(taskId, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.list(filter, page));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public long count(TaskFilter filter) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.count(filter));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.active(afterId, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.schedulable(at, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int advance(List<DueTask> tasks, long[] next) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, this.tasks.advance(tasks, next));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public long earliestDueAt() {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.earliestDueAt());
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean checkDependencies(long taskId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.checkDependencies(taskId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.checkDependencies(taskIds));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.overlapping(taskIds));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.batchStatus(taskIds));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<TaskDependencies> dependencies() {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, tasks.dependencies());
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }
}
