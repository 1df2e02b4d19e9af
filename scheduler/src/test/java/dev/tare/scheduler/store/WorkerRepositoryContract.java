package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.model.worker.WorkerStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link WorkerRepository} does, over every database. */
public abstract class WorkerRepositoryContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long LEASE = 90_000;

  private WorkerRepository workers;
  private TaskRunRepository runs;

  /** The stores under test over an empty database. */
  protected abstract Stores emptyStores();

  @BeforeEach
  void startEmpty() {
    Stores stores = emptyStores();
    workers = stores.workers();
    runs = stores.runs();
  }

  @Test
  void registeredWorker_readsBackWholly() {
    TypeSet types = TypeSet.of(1, 64, 4095);
    workers.register(new NewWorker("wörker-1", "höst", "2001:db8::1", types, 8), NOW);

    assertThat(workers.byId("wörker-1"))
        .contains(new Worker(
            "wörker-1", "höst", "2001:db8::1", types, 8, 0, WorkerStatus.ALIVE, NOW, NOW));
    assertThat(workers.byId("nobody")).isEmpty();
  }

  @Test
  void workerForAllTypes_readsBackAsThat() {
    register("w", TypeSet.ALL);

    assertThat(read("w").types()).isSameAs(TypeSet.ALL);
  }

  @Test
  void workerThatRegistersAgain_startsAnew() {
    register("w", TypeSet.of(1));
    workers.heartbeat("w", 3, NOW + 1);
    workers.markOffline("w", NOW + LEASE);
    workers.register(new NewWorker("w", "other", "10.0.0.2", TypeSet.of(2), 9), NOW + 500);

    assertThat(read("w"))
        .isEqualTo(new Worker(
            "w",
            "other",
            "10.0.0.2",
            TypeSet.of(2),
            9,
            0,
            WorkerStatus.ALIVE,
            NOW + 500,
            NOW + 500));
  }

  @Test
  void unregisteredWorker_isForgotten() {
    register("w", TypeSet.ALL);

    assertThat(workers.unregister("w")).isTrue();
    assertThat(workers.unregister("w")).isFalse();
    assertThat(workers.byId("w")).isEmpty();
    assertThat(workers.heartbeat("w", 0, NOW)).as("it has to register again").isFalse();
  }

  @Test
  void update_changesWhatItSaidAndNothingElse() {
    register("w", TypeSet.of(1));
    workers.heartbeat("w", 3, NOW + 1);

    assertThat(workers.update(new NewWorker("w", "h2", "10.0.0.9", TypeSet.of(5), 2)))
        .isTrue();
    assertThat(workers.update(new NewWorker("nobody", "h", "i", TypeSet.ALL, 1)))
        .isFalse();

    assertThat(read("w"))
        .isEqualTo(new Worker(
            "w", "h2", "10.0.0.9", TypeSet.of(5), 2, 3, WorkerStatus.ALIVE, NOW + 1, NOW));
  }

  @Test
  void pages_showEveryWorkerOnce() {
    for (String id : List.of("c", "B", "a", "é", "d")) {
      register(id, TypeSet.ALL);
    }
    Page<Worker> first = workers.list(new PageRequest(1, 3));
    Page<Worker> second = workers.list(new PageRequest(2, 3));

    assertThat(first.items()).extracting(Worker::id).containsExactly("B", "a", "c");
    assertThat(second.items()).extracting(Worker::id).containsExactly("d", "é");
    assertThat(first.total()).isEqualTo(5);
  }

  @Test
  void aliveWorkers_areFoundByType() {
    register("all", TypeSet.ALL);
    register("one", TypeSet.of(1));
    register("ten", TypeSet.of(10, 11));
    register("down", TypeSet.of(1));
    workers.markOffline("down", NOW + 1);

    assertThat(workers.alive()).extracting(Worker::id).containsExactly("all", "one", "ten");
    assertThat(workers.byType(1)).extracting(Worker::id).containsExactly("all", "one");
    assertThat(workers.byType(11)).extracting(Worker::id).containsExactly("all", "ten");
    assertThat(workers.byType(2)).extracting(Worker::id).containsExactly("all");
  }

  @Test
  void heartbeat_renewsTheLease() {
    register("w", TypeSet.ALL);

    assertThat(workers.heartbeat("w", 5, NOW + 10)).isTrue();

    assertThat(read("w").lastHeartbeat()).isEqualTo(NOW + 10);
    assertThat(read("w").running()).isEqualTo(5);
    assertThat(workers.timedOut(NOW + 10)).isEmpty();
    assertThat(workers.timedOut(NOW + 11)).extracting(Worker::id).containsExactly("w");
  }

  @Test
  void lateHeartbeat_turnsNothingBack() {
    register("w", TypeSet.ALL);
    workers.heartbeat("w", 5, NOW + 10);
    workers.markOffline("w", NOW + LEASE);

    assertThat(workers.heartbeat("w", 1, NOW + 9)).as("known").isTrue();

    assertThat(read("w").running()).isEqualTo(5);
    assertThat(read("w").lastHeartbeat()).isEqualTo(NOW + 10);
    assertThat(read("w").status()).isEqualTo(WorkerStatus.DOWN);
  }

  @Test
  void heartbeatOfAWorkerThatWasDown_bringsItBack() {
    register("w", TypeSet.ALL);
    workers.markOffline("w", NOW + LEASE);
    workers.heartbeat("w", 0, NOW + LEASE);

    assertThat(read("w").status()).isEqualTo(WorkerStatus.ALIVE);
  }

  @Test
  void batchOfHeartbeats_takesTheLatestOfEach() {
    register("a", TypeSet.ALL);
    register("b", TypeSet.ALL);
    register("late", TypeSet.ALL);
    workers.heartbeat("late", 9, NOW + 100);

    int renewed = workers.heartbeats(List.of(
        new Heartbeat("b", 1, NOW + 3),
        new Heartbeat("a", 2, NOW + 2),
        new Heartbeat("nobody", 3, NOW + 2),
        new Heartbeat("a", 4, NOW + 5),
        new Heartbeat("a", 5, NOW + 4),
        new Heartbeat("b", 6, NOW + 3),
        new Heartbeat("late", 7, NOW + 99)));

    assertThat(renewed).isEqualTo(2);
    assertThat(read("a").running()).isEqualTo(4);
    assertThat(read("a").lastHeartbeat()).isEqualTo(NOW + 5);
    assertThat(read("b").running()).as("the last of two at one instant").isEqualTo(6);
    assertThat(read("late").running()).isEqualTo(9);
    assertThat(workers.heartbeats(List.of())).isZero();
  }

  @Test
  void workerHeardMeanwhile_doesNotGoDown() {
    register("silent", TypeSet.ALL);
    register("heard", TypeSet.ALL);
    assertThat(workers.timedOut(NOW + 1)).extracting(Worker::id).containsExactly("heard", "silent");
    workers.heartbeat("heard", 0, NOW + 1);

    assertThat(workers.markOffline("silent", NOW + 1)).isTrue();
    assertThat(workers.markOffline("heard", NOW + 1)).isFalse();
    assertThat(workers.markOffline("silent", NOW + 1)).as("it is down already").isFalse();
    assertThat(workers.markOffline("nobody", NOW + 1)).isFalse();

    assertThat(read("silent").status()).isEqualTo(WorkerStatus.DOWN);
    assertThat(workers.timedOut(NOW + 1)).isEmpty();
  }

  @Test
  void load_isWhatWorkersHold() {
    register("busy", TypeSet.ALL);
    register("idle", TypeSet.ALL);
    for (int i = 0; i < 6; i++) {
      runs.create(NewRun.onDemand(1, 1, NOW, null), NOW);
    }
    runs.claim("busy", TypeSet.ALL, 3, NOW);
    long finished = runs.claim("busy", TypeSet.ALL, 1, NOW).get(0).id();
    runs.updateStatus(finished, RunStatus.COMPLETED, null, NOW);
    runs.updateStatus(runs.pending(1).get(0).id(), RunStatus.DISPATCHED, "busy", NOW);
    runs.claim("unregistered", TypeSet.ALL, 1, NOW);

    assertThat(workers.loadStats())
        .containsExactly(
            new WorkerLoad("busy", WorkerStatus.ALIVE, 4, 1, 3),
            new WorkerLoad("idle", WorkerStatus.ALIVE, 4, 0, 0));
    assertThat(workers.loadStats().get(0).utilisation()).isEqualTo(1.0);
  }

  @Test
  void batchStatus_tellsTheKnown() {
    register("a", TypeSet.ALL);
    register("quo\"te\\", TypeSet.ALL);
    register("z", TypeSet.ALL);
    workers.markOffline("a", NOW + 1);

    assertThat(workers.batchStatus(List.of("quo\"te\\", "nobody", "a")))
        .containsExactly(
            new WorkerState("a", WorkerStatus.DOWN, NOW),
            new WorkerState("quo\"te\\", WorkerStatus.ALIVE, NOW));
    assertThat(workers.batchStatus(List.of())).isEmpty();
  }

  @Test
  void workersLongDown_areForgotten() {
    register("down", TypeSet.ALL);
    register("down since later", TypeSet.ALL);
    register("silent but not down", TypeSet.ALL);
    workers.heartbeat("down since later", 0, NOW + 5);
    workers.markOffline("down", NOW + 10);
    workers.markOffline("down since later", NOW + 10);

    assertThat(workers.forget(NOW + 5)).isEqualTo(1);
    assertThat(workers.list(PageRequest.first()).items())
        .extracting(Worker::id)
        .containsExactly("down since later", "silent but not down");
  }

  private void register(String id, TypeSet types) {
    workers.register(new NewWorker(id, "host", "10.0.0.1", types, 4), NOW);
  }

  private Worker read(String id) {
    return workers.byId(id).orElseThrow();
  }
}
