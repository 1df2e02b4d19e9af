package dev.tare.benchmarks.breaker;

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

/** The baseline of the workers behind a breaker; see {@link CopyingBreaker} for its copies. */
public final class CopyingGuardedWorkers implements WorkerRepository {
  private final WorkerRepository workers;
  private final CopyingBreaker breaker;

  /** Before these workers. */
  public CopyingGuardedWorkers(WorkerRepository workers, CopyingBreaker breaker) {
    this.workers = workers;
    this.breaker = breaker;
  }

  @Override
  public void register(NewWorker worker, long now) {
    breaker.execute("worker", "register", () -> {
      workers.register(worker, now);
      return null;
    });
  }

  @Override
  public boolean unregister(String workerId) {
    return breaker.execute("worker", "unregister", () -> workers.unregister(workerId));
  }

  @Override
  public Optional<Worker> byId(String workerId) {
    return breaker.execute("worker", "byId", () -> workers.byId(workerId));
  }

  @Override
  public boolean update(NewWorker worker) {
    return breaker.execute("worker", "update", () -> workers.update(worker));
  }

  @Override
  public Page<Worker> list(PageRequest page) {
    return breaker.execute("worker", "list", () -> workers.list(page));
  }

  @Override
  public List<Worker> alive() {
    return breaker.execute("worker", "alive", () -> workers.alive());
  }

  @Override
  public List<Worker> byType(int typeId) {
    return breaker.execute("worker", "byType", () -> workers.byType(typeId));
  }

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    return breaker.execute("worker", "heartbeat", () -> workers.heartbeat(workerId, running, at));
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    List<Heartbeat> own = List.copyOf(heartbeats);
    return breaker.execute("worker", "heartbeats", () -> workers.heartbeats(own));
  }

  @Override
  public List<Worker> timedOut(long heardBefore) {
    return breaker.execute("worker", "timedOut", () -> workers.timedOut(heardBefore));
  }

  @Override
  public boolean markOffline(String workerId, long heardBefore) {
    return breaker.execute(
        "worker", "markOffline", () -> workers.markOffline(workerId, heardBefore));
  }

  @Override
  public List<WorkerLoad> loadStats() {
    return breaker.execute("worker", "loadStats", () -> workers.loadStats());
  }

  @Override
  public List<WorkerState> batchStatus(Collection<String> workerIds) {
    List<String> own = List.copyOf(workerIds);
    return breaker.execute("worker", "batchStatus", () -> workers.batchStatus(own));
  }

  @Override
  public int forget(long heardBefore) {
    return breaker.execute("worker", "forget", () -> workers.forget(heardBefore));
  }
}
