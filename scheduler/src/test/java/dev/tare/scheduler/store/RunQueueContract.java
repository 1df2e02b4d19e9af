package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.worker.TypeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RunQueue} does, over every database. */
public abstract class RunQueueContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long TASK = 7;
  private static final int TYPE = 3;

  private RunQueue runs;

  /** The repository under test over an empty database. */
  protected abstract RunQueue emptyRepository();

  @BeforeEach
  void startEmpty() {
    runs = emptyRepository();
  }

  @Test
  void createdRun_readsBackWholly() {
    Bytes payload = Bytes.of("{\"größe\":\"∞\0\"}".getBytes(StandardCharsets.UTF_8));
    long id = runs.create(new NewRun(TASK, TYPE, NOW + 5, true, 2, 1, 4, payload), NOW);

    assertThat(runs.byId(id))
        .contains(new TaskRun(
            id,
            TASK,
            RunStatus.PENDING,
            null,
            0,
            2,
            1,
            4,
            NOW + 5,
            0,
            0,
            payload,
            null,
            null,
            NOW));
  }

  @Test
  void absentValues_stayAbsent() {
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);

    TaskRun run = read(id);
    assertThat(run.payload()).isNull();
    assertThat(run.result()).isNull();
    assertThat(run.workerId()).isNull();
    assertThat(run.errorMessage()).isNull();
    assertThat(run.shardIndex()).isEqualTo(NewRun.NO_SHARD);
  }

  @Test
  void emptyPayload_isNotAbsent() {
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, Bytes.of(new byte[0])), NOW);

    assertThat(read(id).payload()).isEqualTo(Bytes.of(new byte[0]));
  }

  @Test
  void partOfAnArray_isStoredAsThatPart() {
    byte[] array = {9, 1, 2, 3, 9};
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, Bytes.of(array, 1, 3)), NOW);

    assertThat(read(id).payload()).isEqualTo(Bytes.of(new byte[] {1, 2, 3}));
  }

  @Test
  void payload_isTheDatabasesOwnAfterTheCall() {
    byte[] array = {1, 2, 3};
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, Bytes.of(array)), NOW);
    array[0] = 99;

    assertThat(read(id).payload()).isEqualTo(Bytes.of(new byte[] {1, 2, 3}));
  }

  @Test
  void unknownRun_isEmpty() {
    assertThat(runs.byId(404)).isEmpty();
  }

  @Test
  void dueRun_isCreatedOnce() {
    NewRun due = new NewRun(TASK, TYPE, NOW, true, 0, NewRun.NO_SHARD, 0, null);
    runs.create(due, NOW);

    assertThatThrownBy(() -> runs.create(due, NOW)).isInstanceOf(ConflictException.class);
  }

  @Test
  void runsOnDemand_mayShareAnInstant() {
    runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);
    runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);

    assertThat(runs.claim("w", TypeSet.ALL, 10, NOW)).hasSize(2);
  }

  @Test
  void batch_isCreatedInOrder() {
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Bytes payload = i % 3 == 0 ? null : Bytes.of(new byte[] {(byte) i});
      batch.add(new NewRun(TASK + i, TYPE, NOW - i, i % 2 == 0, i % 5, i, 100, payload));
    }

    long[] ids = runs.createAll(batch, NOW);

    assertThat(ids).hasSize(100).doesNotHaveDuplicates();
    for (int i = 0; i < 100; i++) {
      NewRun created = batch.get(i);
      assertThat(read(ids[i]))
          .isEqualTo(new TaskRun(
              ids[i],
              created.taskId(),
              RunStatus.PENDING,
              null,
              0,
              created.retryCount(),
              i,
              100,
              created.scheduledAt(),
              0,
              0,
              created.payload(),
              null,
              null,
              NOW));
    }
  }

  @Test
  void batchWithAConflict_createsNothing() {
    NewRun due = new NewRun(TASK, TYPE, NOW, true, 0, NewRun.NO_SHARD, 0, null);
    runs.create(due, NOW);

    assertThatThrownBy(() ->
            runs.createAll(List.of(NewRun.onDemand(TASK, TYPE, NOW - 9, null), due), NOW))
        .isInstanceOf(ConflictException.class);

    assertThat(runs.claim("w", TypeSet.ALL, 10, NOW)).hasSize(1);
  }

  @Test
  void emptyBatches_doNothing() {
    assertThat(runs.createAll(List.of(), NOW)).isEmpty();
    assertThat(runs.complete(List.of())).isZero();
  }

  @Test
  void claim_takesTheOldestThatMayStart() {
    long late = runs.create(NewRun.onDemand(TASK, TYPE, NOW - 1, null), NOW);
    long early = runs.create(NewRun.onDemand(TASK, TYPE, NOW - 3, null), NOW);
    long middle = runs.create(NewRun.onDemand(TASK, TYPE, NOW - 2, null), NOW);
    runs.create(NewRun.onDemand(TASK, TYPE, NOW + 1, null), NOW);

    assertThat(runs.claim("w", TypeSet.ALL, 2, NOW))
        .extracting(ClaimedRun::id)
        .containsExactly(early, middle);
    assertThat(runs.claim("w", TypeSet.ALL, 2, NOW))
        .extracting(ClaimedRun::id)
        .containsExactly(late);
    assertThat(runs.claim("w", TypeSet.ALL, 2, NOW)).isEmpty();
  }

  @Test
  void claimedRun_isRunningUnderItsWorkerAndAttempt() {
    Bytes payload = Bytes.of(new byte[] {4, 2});
    long id = runs.create(new NewRun(TASK, TYPE, NOW, false, 1, 2, 3, payload), NOW);

    assertThat(runs.claim("wörker", TypeSet.ALL, 5, NOW + 10))
        .containsExactly(new ClaimedRun(id, TASK, 1, 1, 2, 3, NOW, payload));

    TaskRun run = read(id);
    assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.workerId()).isEqualTo("wörker");
    assertThat(run.startedAt()).isEqualTo(NOW + 10);
    assertThat(run.attempt()).isEqualTo(1);
  }

  @Test
  void concurrentClaims_neverShareARun() throws Exception {
    long seed = System.nanoTime();
    System.out.println("concurrentClaims_neverShareARun seed=" + seed);
    Random random = new Random(seed);
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      batch.add(NewRun.onDemand(TASK, TYPE, NOW - random.nextInt(1000), null));
    }
    runs.createAll(batch, NOW);
    ConcurrentHashMap<Long, String> owners = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Void>> workers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        String worker = "w" + w;
        int limit = 1 + random.nextInt(20);
        Callable<Void> claimAll = () -> {
          List<ClaimedRun> claimed = runs.claim(worker, TypeSet.ALL, limit, NOW);
          while (!claimed.isEmpty()) {
            for (ClaimedRun run : claimed) {
              assertThat(owners.put(run.id(), worker)).as("run %s", run.id()).isNull();
            }
            claimed = runs.claim(worker, TypeSet.ALL, limit, NOW);
          }
          return null;
        };
        workers.add(pool.submit(claimAll));
      }
      for (Future<Void> worker : workers) {
        worker.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(owners).hasSize(400);
  }

  @Test
  void completion_isStored() {
    ClaimedRun claimed = claimOne();
    Bytes result = Bytes.of(new byte[] {5, 6});

    int accepted = runs.complete(List.of(
        new Completion(claimed.id(), 1, RunStatus.FAILED, NOW + 20, result, "exit code 3: ☠")));

    assertThat(accepted).isEqualTo(1);
    TaskRun run = read(claimed.id());
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.completedAt()).isEqualTo(NOW + 20);
    assertThat(run.result()).isEqualTo(result);
    assertThat(run.errorMessage()).isEqualTo("exit code 3: ☠");
  }

  @Test
  void completionOfASupersededAttempt_isRefused() {
    ClaimedRun zombie = claimOne();
    runs.updateStatus(zombie.id(), RunStatus.PENDING, null, NOW); // its worker was lost
    ClaimedRun holder = runs.claim("other", TypeSet.ALL, 1, NOW).get(0);
    assertThat(holder.attempt()).isEqualTo(zombie.attempt() + 1);

    Completion late = completed(zombie.id(), zombie.attempt());
    Completion right = completed(holder.id(), holder.attempt());

    assertThat(runs.complete(List.of(late))).isZero();
    assertThat(read(holder.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(runs.complete(List.of(right))).isEqualTo(1);
    assertThat(runs.complete(List.of(right))).as("a duplicate").isZero();
  }

  @Test
  void batchOfCompletions_countsTheAccepted() {
    runs.createAll(
        List.of(
            NewRun.onDemand(TASK, TYPE, NOW, null),
            NewRun.onDemand(TASK, TYPE, NOW, null),
            NewRun.onDemand(TASK, TYPE, NOW, null)),
        NOW);
    List<ClaimedRun> claimed = runs.claim("w", TypeSet.ALL, 3, NOW);

    int accepted = runs.complete(List.of(
        completed(claimed.get(0).id(), 1),
        completed(claimed.get(1).id(), 99),
        completed(claimed.get(2).id(), 1)));

    assertThat(accepted).isEqualTo(2);
    assertThat(read(claimed.get(1).id()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void updateStatus_followsTheStatusMachine() {
    for (RunStatus from : RunStatus.values()) {
      for (RunStatus to : RunStatus.values()) {
        long id = runIn(from);
        if (from == to) {
          assertThat(runs.updateStatus(id, to, "w", NOW)).isEqualTo(StatusChange.UNCHANGED);
        } else if (from.canBecome(to)) {
          assertThat(runs.updateStatus(id, to, "w", NOW)).isEqualTo(StatusChange.CHANGED);
          assertThat(read(id).status()).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> runs.updateStatus(id, to, "w", NOW))
              .isInstanceOf(IllegalTransitionException.class)
              .hasMessage("run " + id + " is " + from + " and can not become " + to);
          assertThat(read(id).status()).isEqualTo(from);
        }
      }
    }
  }

  @Test
  void updateStatusOfAnUnknownRun_isNotFound() {
    assertThatThrownBy(() -> runs.updateStatus(404, RunStatus.RUNNING, "w", NOW))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no run has the id 404");
  }

  @Test
  void start_setsWorkerInstantAndAttempt() {
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);
    runs.updateStatus(id, RunStatus.DISPATCHED, "w1", NOW + 1);
    runs.updateStatus(id, RunStatus.RUNNING, "w1", NOW + 2);

    TaskRun run = read(id);
    assertThat(run.attempt()).as("one claim, two steps").isEqualTo(1);
    assertThat(run.workerId()).isEqualTo("w1");
    assertThat(run.startedAt()).isEqualTo(NOW + 2);
  }

  @Test
  void returnToPending_clearsTheAttemptsTraces() {
    ClaimedRun claimed = claimOne();
    runs.updateStatus(claimed.id(), RunStatus.PENDING, null, NOW + 3);

    TaskRun run = read(claimed.id());
    assertThat(run.workerId()).isNull();
    assertThat(run.startedAt()).isZero();
    assertThat(run.attempt()).isEqualTo(1);
  }

  @Test
  void secondAttempt_endsWithoutTheErrorOfTheFirst() {
    ClaimedRun first = claimOne();
    runs.complete(List.of(new Completion(
        first.id(), 1, RunStatus.FAILED, NOW, Bytes.of(new byte[] {1}), "exit code 3")));
    runs.updateStatus(first.id(), RunStatus.PENDING, null, NOW);
    runs.claim("w", TypeSet.ALL, 1, NOW);

    assertThat(runs.complete(List.of(completed(first.id(), 2)))).isEqualTo(1);

    assertThat(read(first.id()).errorMessage()).isNull();
    assertThat(read(first.id()).result()).isNull();
  }

  private ClaimedRun claimOne() {
    runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);
    return runs.claim("w", TypeSet.ALL, 1, NOW).get(0);
  }

  private long runIn(RunStatus status) {
    long id = runs.create(NewRun.onDemand(TASK, TYPE, NOW, null), NOW);
    switch (status) {
      case PENDING -> {}
      case TIMEOUT, COMPLETED -> {
        runs.updateStatus(id, RunStatus.RUNNING, "w", NOW);
        runs.updateStatus(id, status, null, NOW);
      }
      default -> runs.updateStatus(id, status, "w", NOW);
    }
    return id;
  }

  private TaskRun read(long id) {
    return runs.byId(id).orElseThrow();
  }

  private static Completion completed(long id, int attempt) {
    return new Completion(id, attempt, RunStatus.COMPLETED, NOW + 5, null, null);
  }
}
