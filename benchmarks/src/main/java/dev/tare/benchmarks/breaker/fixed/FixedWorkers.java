package dev.tare.benchmarks.breaker.fixed;

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

/**
 * A repository that answers at once, with the same values every time, so that what is measured is
 * the guard alone.
 */
public class FixedWorkers implements WorkerRepository {

  @Override
  public void register(NewWorker worker, long now) {
    // an answer of nothing
  }

  @Override
  public boolean unregister(String workerId) {
    return true;
  }

  @Override
  public Optional<Worker> byId(String workerId) {
    return Fixtures.SOME_WORKER;
  }

  @Override
  public boolean update(NewWorker worker) {
    return true;
  }

  @Override
  public Page<Worker> list(PageRequest page) {
    return Fixtures.PAGE_OF_WORKERS;
  }

  @Override
  public List<Worker> alive() {
    return Fixtures.WORKERS;
  }

  @Override
  public List<Worker> byType(int typeId) {
    return Fixtures.WORKERS;
  }

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    return true;
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    return 1;
  }

  @Override
  public List<Worker> timedOut(long heardBefore) {
    return Fixtures.WORKERS;
  }

  @Override
  public boolean markOffline(String workerId, long heardBefore) {
    return true;
  }

  @Override
  public List<WorkerLoad> loadStats() {
    return Fixtures.LOADS;
  }

  @Override
  public List<WorkerState> batchStatus(Collection<String> workerIds) {
    return Fixtures.WORKER_STATES;
  }

  @Override
  public int forget(long heardBefore) {
    return 1;
  }
}
