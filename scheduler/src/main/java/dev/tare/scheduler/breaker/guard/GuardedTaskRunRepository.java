package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs, behind a circuit breaker. */
public final class GuardedTaskRunRepository implements TaskRunRepository {
  private final TaskRunRepository runs;
  private final CircuitBreaker breaker;

  /** Over these runs; the breaker may be shared with whatever fails together with them. */
  public GuardedTaskRunRepository(TaskRunRepository runs, CircuitBreaker breaker) {
    this.runs = runs;
    this.breaker = breaker;
  }

  @Override
  public long create(NewRun run, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.create(run, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, this.runs.createAll(runs, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, this.runs.createDue(runs, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.byId(runId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.claim(workerId, types, limit, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int complete(List<Completion> completions) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.complete(completions));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(
          permit, runs.completeAndClaim(completions, workerId, types, limit, now));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.updateStatus(runId, target, workerId, at));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.byTask(taskId, page));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.byWorker(workerId, page));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.byStatus(status, page));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<TaskRun> pending(int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.pending(limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<ActiveRun> running(int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.running(limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean hasRunning(long taskId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.hasRunning(taskId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.withRunning(taskIds));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.timedOut(at, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.recent(taskId, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public RunStats stats(long since) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.stats(since));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public RunStats stats(long taskId, long since) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.stats(taskId, since));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int requeue(String workerId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.requeue(workerId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.requeueExcept(workerId, runIds, attempts));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.lost(heardBefore, attempt, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int requeueLost(long heardBefore) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.requeueLost(heardBefore));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.recoverDispatched(dispatchedBefore));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, runs.cleanup(finishedBefore, limit));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }
}
