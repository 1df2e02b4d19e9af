package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every implementation of {@link RunRecovery} gets runs back, over every database. */
public abstract class RunRecoveryContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long TASK = 7;

  private TaskRunRepository runs;
  private WorkerRepository workers;

  /** The stores under test over an empty database. */
  protected abstract Stores emptyStores();

  @BeforeEach
  void startEmpty() {
    Stores stores = emptyStores();
    runs = stores.runs();
    workers = stores.workers();
  }

  @Test
  void lostWorkersRuns_goToTheNextWithAHigherAttempt() {
    ClaimedRun lost = claimOne("lost");
    long dispatched = create();
    runs.updateStatus(dispatched, RunStatus.DISPATCHED, "lost", NOW);
    ClaimedRun kept = claimOne("other");

    assertThat(runs.requeue("lost")).isEqualTo(2);
    assertThat(runs.requeue("lost")).isZero();

    TaskRun returned = read(lost.id());
    assertThat(returned.status()).isEqualTo(RunStatus.PENDING);
    assertThat(returned.workerId()).isNull();
    assertThat(returned.startedAt()).isZero();
    assertThat(returned.scheduledAt()).isEqualTo(NOW);
    assertThat(read(kept.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(runs.claim("next", TypeSet.ALL, 10, NOW))
        .extracting(ClaimedRun::id, ClaimedRun::attempt)
        .containsExactly(tuple(lost.id(), 2), tuple(dispatched, 2));
  }

  @Test
  void worker_keepsTheAttemptsThatItNames_andNoOthers() {
    ClaimedRun kept = claimOne("w");
    ClaimedRun unseen = claimOne("w");
    ClaimedRun superseded = claimOne("w");
    ClaimedRun others = claimOne("other");
    long[] has = {kept.id(), superseded.id()};
    int[] attempts = {kept.attempt(), superseded.attempt() - 1};

    assertThat(runs.requeueExcept("w", has, attempts)).isEqualTo(2);
    assertThat(runs.requeueExcept("w", has, attempts)).isZero();

    assertThat(read(kept.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(read(unseen.id()).status()).isEqualTo(RunStatus.PENDING);
    assertThat(read(superseded.id()).status()).isEqualTo(RunStatus.PENDING);
    assertThat(read(others.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(runs.requeueExcept("w", new long[0], new int[0]))
        .as("it has nothing")
        .isEqualTo(1);
  }

  @Test
  void completionByTheLostWorker_isRefused() {
    ClaimedRun lost = claimOne("lost");
    runs.requeue("lost");

    assertThat(runs.complete(List.of(completed(lost, NOW)))).isZero();
    runs.claim("next", TypeSet.ALL, 1, NOW);
    assertThat(runs.complete(List.of(completed(lost, NOW)))).isZero();
    assertThat(read(lost.id()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void finishedAndPendingRuns_stayWhereTheyAre() {
    ClaimedRun done = claimOne("w");
    runs.complete(List.of(completed(done, NOW)));
    long pending = create();

    assertThat(runs.requeue("w")).isZero();
    assertThat(runs.requeueLost(Long.MAX_VALUE)).isZero();
    assertThat(read(done.id()).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(read(done.id()).workerId()).isEqualTo("w");
    assertThat(read(pending).status()).isEqualTo(RunStatus.PENDING);
  }

  @Test
  void runs_areLostWithTheirWorkersLease() {
    for (String worker : List.of("silent", "heard")) {
      workers.register(new NewWorker(worker, "h", "10.0.0.1", TypeSet.ALL, 4), NOW);
    }
    workers.heartbeat("heard", 1, NOW + 90_000);
    ClaimedRun silent = claimOne("silent");
    ClaimedRun heard = claimOne("heard");
    ClaimedRun unregistered = claimOne("unregistered");

    assertThat(runs.requeueLost(NOW + 90_000)).isEqualTo(2);

    assertThat(read(silent.id()).status()).isEqualTo(RunStatus.PENDING);
    assertThat(read(unregistered.id()).status()).isEqualTo(RunStatus.PENDING);
    assertThat(read(heard.id()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void lostRuns_areFoundByTheirAttempts() {
    workers.register(new NewWorker("heard", "h", "10.0.0.1", TypeSet.ALL, 4), NOW + 90_000);
    ClaimedRun first = claimOne("lost");
    ClaimedRun second = claimAgain(claimOne("lost"), "lost");
    ClaimedRun third = claimAgain(claimOne("lost"), "lost");
    claimAgain(claimOne("heard"), "heard");
    long dispatched = create();
    runs.updateStatus(dispatched, RunStatus.DISPATCHED, "lost", NOW);

    assertThat(runs.lost(NOW + 90_000, 2, 10))
        .extracting(ActiveRun::id, ActiveRun::attempt, ActiveRun::workerId)
        .containsExactly(tuple(second.id(), 2, "lost"), tuple(third.id(), 2, "lost"));
    assertThat(runs.lost(NOW + 90_000, 1, 2))
        .as("at most two")
        .extracting(ActiveRun::id)
        .containsExactly(first.id(), second.id());
    assertThat(runs.lost(NOW + 90_000, 3, 10)).isEmpty();
  }

  private ClaimedRun claimAgain(ClaimedRun run, String worker) {
    runs.updateStatus(run.id(), RunStatus.PENDING, null, NOW);
    return runs.claim(worker, TypeSet.ALL, 1, NOW).get(0);
  }

  @Test
  void dispatchedRunThatNobodyStarted_isTakenBack() {
    long forgotten = create();
    long fresh = create();
    long started = create();
    runs.updateStatus(forgotten, RunStatus.DISPATCHED, "w", NOW);
    runs.updateStatus(fresh, RunStatus.DISPATCHED, "w", NOW + 5);
    runs.updateStatus(started, RunStatus.DISPATCHED, "w", NOW);
    runs.updateStatus(started, RunStatus.RUNNING, "w", NOW);

    assertThat(runs.recoverDispatched(NOW)).isZero();
    assertThat(runs.recoverDispatched(NOW + 5)).isEqualTo(1);

    assertThat(read(forgotten).status()).isEqualTo(RunStatus.PENDING);
    assertThat(read(forgotten).attempt()).as("the next claim supersedes it").isEqualTo(1);
    assertThat(read(fresh).status()).isEqualTo(RunStatus.DISPATCHED);
    assertThat(read(started).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void cleanup_deletesOldRunsButTheLatestOfEachTask() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ClaimedRun run = claimOne("w");
      runs.complete(List.of(completed(run, NOW + i)));
      ids.add(run.id());
    }
    long pending = create();

    assertThat(runs.cleanup(NOW + 3, 2)).as("in parts").isEqualTo(2);
    assertThat(runs.cleanup(NOW + 3, 2)).isEqualTo(1);
    assertThat(runs.cleanup(NOW + 3, 2)).isZero();
    assertThat(runs.cleanup(NOW + 1000, 100)).isEqualTo(3);

    assertThat(runs.byId(ids.get(5))).as("a pending run is later").isEmpty();
    assertThat(read(pending).status()).isEqualTo(RunStatus.PENDING);
    ClaimedRun last = runs.claim("w", TypeSet.ALL, 1, NOW).get(0);
    runs.complete(List.of(completed(last, NOW)));
    assertThat(runs.cleanup(NOW + 1000, 100)).as("the latest stays").isZero();
  }

  @Test
  void cleanup_keepsTheLatestOfEachShard() {
    for (int shard : new int[] {0, 1, 0, 0}) {
      runs.create(new NewRun(TASK, 1, NOW, false, 0, shard, 2, null), NOW);
      runs.complete(List.of(completed(runs.claim("w", TypeSet.ALL, 1, NOW).get(0), NOW)));
    }

    assertThat(runs.cleanup(NOW + 1, 100)).isEqualTo(2);
    assertThat(runs.recent(TASK, 10)).extracting(TaskRun::shardIndex).containsExactly(0, 1);
  }

  @Test
  void everyEnd_isCleanedUp() {
    for (RunStatus status : RunStatus.values()) {
      long id = create();
      if (status == RunStatus.COMPLETED || status == RunStatus.TIMEOUT) {
        runs.updateStatus(id, RunStatus.RUNNING, "w", NOW);
      }
      if (status != RunStatus.PENDING) {
        runs.updateStatus(id, status, "w", NOW);
      }
    }
    create();

    assertThat(runs.cleanup(NOW + 1, 100)).isEqualTo(4);
    assertThat(runs.recent(TASK, 10))
        .extracting(TaskRun::status)
        .containsExactly(
            RunStatus.PENDING, RunStatus.RUNNING, RunStatus.DISPATCHED, RunStatus.PENDING);
  }

  private ClaimedRun claimOne(String worker) {
    create();
    return runs.claim(worker, TypeSet.ALL, 1, NOW).get(0);
  }

  private long create() {
    return runs.create(NewRun.onDemand(TASK, 1, NOW, null), NOW);
  }

  private static Completion completed(ClaimedRun run, long at) {
    return new Completion(run.id(), run.attempt(), RunStatus.COMPLETED, at, null, null);
  }

  private TaskRun read(long id) {
    return runs.byId(id).orElseThrow();
  }
}
