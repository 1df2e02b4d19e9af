package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.store.WorkerRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The workers, behind a circuit breaker. */
public final class GuardedWorkerRepository implements WorkerRepository {
  private final WorkerRepository workers;
  private final CircuitBreaker breaker;

  /** Over these workers; the breaker may be shared with whatever fails together with them. */
  public GuardedWorkerRepository(WorkerRepository workers, CircuitBreaker breaker) {
    this.workers = workers;
    this.breaker = breaker;
  }

  @Override
  public void register(NewWorker worker, long now) {
    long permit = breaker.acquire();
    try {
      workers.register(worker, now);
      breaker.succeeded(permit);
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean unregister(String workerId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.unregister(workerId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Optional<Worker> byId(String workerId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.byId(workerId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean update(NewWorker worker) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.update(worker));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public Page<Worker> list(PageRequest page) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.list(page));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<Worker> alive() {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.alive());
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<Worker> byType(int typeId) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.byType(typeId));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.heartbeat(workerId, running, at));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.heartbeats(heartbeats));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<Worker> timedOut(long heardBefore) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.timedOut(heardBefore));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean markOffline(String workerId, long heardBefore) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.markOffline(workerId, heardBefore));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<WorkerLoad> loadStats() {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.loadStats());
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public List<WorkerState> batchStatus(Collection<String> workerIds) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.batchStatus(workerIds));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int forget(long heardBefore) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, workers.forget(heardBefore));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }
}
