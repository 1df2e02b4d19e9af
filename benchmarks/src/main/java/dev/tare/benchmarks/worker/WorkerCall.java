package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.store.Answer;
import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.Seed;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.WorkerRepository;
import java.util.List;
import java.util.stream.IntStream;

/** A call of each operation on workers, over the rows of {@link Seed}. */
public enum WorkerCall implements Operation<WorkerRepository> {
  REGISTER((workers, to) -> workers.register(Calls.NEW_WORKER, Seed.NOW)),
  UNREGISTER((workers, to) -> to.is(workers.unregister(Seed.WORKER))),
  BY_ID((workers, to) -> to.is(workers.byId(Seed.WORKER))),
  UPDATE((workers, to) -> to.is(workers.update(Calls.SAME_WORKER))),
  LIST((workers, to) -> to.is(workers.list(Calls.PAGE))),
  ALIVE((workers, to) -> to.is(workers.alive())),
  BY_TYPE((workers, to) -> to.is(workers.byType(2))),
  HEARTBEAT((workers, to) -> to.is(workers.heartbeat(Seed.WORKER, 7, Seed.NOW + 5_000))),
  HEARTBEATS((workers, to) -> to.is(workers.heartbeats(Calls.HEARTBEATS))),
  TIMED_OUT((workers, to) -> to.is(workers.timedOut(Seed.NOW + 1))),
  MARK_OFFLINE((workers, to) -> to.is(workers.markOffline(Seed.WORKER, Seed.NOW + 1))),
  LOAD_STATS((workers, to) -> to.is(workers.loadStats())),
  BATCH_STATUS((workers, to) -> to.is(workers.batchStatus(Calls.IDS))),
  FORGET((workers, to) -> to.is(workers.forget(Seed.NOW)));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Operation<WorkerRepository> body;

  WorkerCall(Operation<WorkerRepository> body) {
    this.body = body;
  }

  @Override
  public void on(WorkerRepository repository, Answer to) {
    body.on(repository, to);
  }

  /** What the calls are made with, made once. */
  private static final class Calls {
    static final PageRequest PAGE = new PageRequest(1, Seed.SOME);
    static final NewWorker NEW_WORKER = Seed.worker("worker-6", TypeSet.of(1, 2));
    static final NewWorker SAME_WORKER = Seed.worker(Seed.WORKER, TypeSet.of(1));
    static final List<String> IDS =
        IntStream.rangeClosed(1, Seed.SOME).mapToObj(i -> "worker-" + i).toList();
    static final List<Heartbeat> HEARTBEATS =
        IDS.stream().map(id -> new Heartbeat(id, 7, Seed.NOW + 5_000)).toList();
  }
}
