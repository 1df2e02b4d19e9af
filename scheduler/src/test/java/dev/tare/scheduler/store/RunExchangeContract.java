package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How every implementation of {@link RunQueue} ends runs: with the next claim, and with retries.
 */
public abstract class RunExchangeContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final int TYPE = 3;
  private static final int OTHER_TYPE = 4;

  private RunQueue runs;
  private TaskRepository tasks;

  /** The repository under test over an empty database, with the usual delay of retries. */
  protected abstract RunQueue emptyRepository();

  /** The tasks of that database. */
  protected abstract TaskRepository tasks();

  @BeforeEach
  void startEmpty() {
    runs = emptyRepository();
    tasks = tasks();
  }

  @Test
  void exchange_endsRunsAndClaimsTheNext() {
    long[] ids = runs.createAll(onDemand(3, TYPE), NOW);
    List<ClaimedRun> held = runs.claim("w", TypeSet.ALL, 2, NOW);

    Exchange exchange = runs.completeAndClaim(
        List.of(completed(held.get(0)), completed(held.get(1))), "w", TypeSet.ALL, 5, NOW + 9);

    assertThat(exchange.accepted()).isEqualTo(2);
    assertThat(exchange.claimed()).extracting(ClaimedRun::id).containsExactly(ids[2]);
    assertThat(read(ids[0]).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(read(ids[2]).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(read(ids[2]).startedAt()).isEqualTo(NOW + 9);
  }

  @Test
  void exchangeForNothing_isAClaim() {
    runs.createAll(onDemand(2, TYPE), NOW);

    Exchange exchange = runs.completeAndClaim(List.of(), "w", TypeSet.ALL, 5, NOW);

    assertThat(exchange.accepted()).isZero();
    assertThat(exchange.claimed()).hasSize(2);
  }

  @Test
  void exchangeWithNothingDue_onlyEnds() {
    runs.createAll(onDemand(1, TYPE), NOW);
    ClaimedRun held = runs.claim("w", TypeSet.ALL, 1, NOW).get(0);

    Exchange exchange = runs.completeAndClaim(List.of(completed(held)), "w", TypeSet.ALL, 5, NOW);

    assertThat(exchange).isEqualTo(new Exchange(1, List.of()));
  }

  @Test
  void exchange_claimsOfItsTypesAlone() {
    runs.createAll(onDemand(1, TYPE), NOW);
    long[] others = runs.createAll(onDemand(2, OTHER_TYPE), NOW);
    ClaimedRun held = runs.claim("w", TypeSet.of(TYPE), 9, NOW).get(0);
    runs.createAll(onDemand(1, TYPE), NOW);

    Exchange exchange =
        runs.completeAndClaim(List.of(completed(held)), "w", TypeSet.of(OTHER_TYPE), 9, NOW);

    assertThat(exchange.claimed()).extracting(ClaimedRun::id).containsExactly(others[0], others[1]);
  }

  @Test
  void exchangeOfASupersededAttempt_claimsAllTheSame() {
    long[] ids = runs.createAll(onDemand(2, TYPE), NOW);
    ClaimedRun zombie = runs.claim("w", TypeSet.ALL, 1, NOW).get(0);
    runs.updateStatus(zombie.id(), RunStatus.PENDING, null, NOW);
    runs.claim("other", TypeSet.ALL, 1, NOW);

    Exchange exchange = runs.completeAndClaim(List.of(completed(zombie)), "w", TypeSet.ALL, 5, NOW);

    assertThat(exchange.accepted()).isZero();
    assertThat(exchange.claimed()).extracting(ClaimedRun::id).containsExactly(ids[1]);
  }

  @Test
  void exchange_storesResultsAndErrors() {
    long task = task(0, true);
    runs.createAll(List.of(onDemand(task), onDemand(task), onDemand(task)), NOW);
    List<ClaimedRun> held = runs.claim("w", TypeSet.ALL, 2, NOW);
    byte[] array = {9, 7, 9};

    Exchange exchange = runs.completeAndClaim(
        List.of(
            end(held.get(0), RunStatus.COMPLETED, Bytes.of(array, 1, 1), null),
            end(held.get(1), RunStatus.FAILED, null, "exit code 3: ☠")),
        "w",
        TypeSet.of(TYPE),
        5,
        NOW);

    assertThat(exchange.accepted()).isEqualTo(2);
    assertThat(exchange.claimed()).hasSize(1);
    assertThat(read(held.get(0).id()).result()).isEqualTo(Bytes.of(new byte[] {7}));
    assertThat(read(held.get(1).id()).errorMessage()).isEqualTo("exit code 3: ☠");
  }

  @Test
  void failedRun_isTriedAgainAfterTheDelay() {
    long task = task(3, true);
    Bytes payload = Bytes.of(new byte[] {1, 2});
    runs.create(new NewRun(task, TYPE, NOW, true, 1, 2, 4, payload), NOW);

    fail(runs.claim("w", TypeSet.ALL, 1, NOW).get(0), RunStatus.FAILED);

    long due = NOW + 20 + 2 * MINUTE; // it was the second failure
    assertThat(runs.claim("w", TypeSet.ALL, 5, due - 1)).isEmpty();
    List<ClaimedRun> again = runs.claim("w", TypeSet.ALL, 5, due);
    assertThat(again).hasSize(1);
    ClaimedRun retry = again.get(0);
    assertThat(retry).isEqualTo(new ClaimedRun(retry.id(), task, 1, 2, 2, 4, due, payload));
    assertThat(read(retry.id()).createdAt()).isEqualTo(NOW + 20);
  }

  @Test
  void runOutOfTime_isTriedAgain() {
    long task = task(1, true);
    runs.create(onDemand(task), NOW);

    ClaimedRun held = runs.claim("w", TypeSet.ALL, 1, NOW).get(0);
    runs.completeAndClaim(
        List.of(end(held, RunStatus.TIMEOUT, null, "too long")), "w", TypeSet.ALL, 5, NOW);

    assertThat(runs.claim("w", TypeSet.ALL, 5, NOW + 20 + MINUTE)).hasSize(1);
  }

  @Test
  void failedRun_isTriedAgainAsOftenAsItsTaskAllows() {
    long task = task(2, true);
    runs.create(onDemand(task), NOW);
    int tries = 0;
    List<ClaimedRun> claimed = runs.claim("w", TypeSet.ALL, 5, NOW);
    while (!claimed.isEmpty()) {
      assertThat(claimed).hasSize(1);
      assertThat(claimed.get(0).retryCount()).isEqualTo(tries++);
      fail(claimed.get(0), RunStatus.FAILED);
      claimed = runs.claim("w", TypeSet.ALL, 5, Long.MAX_VALUE);
    }
    assertThat(tries).isEqualTo(3);
  }

  @Test
  void otherEnds_areNotTriedAgain() {
    long active = task(5, true);
    long inactive = task(5, false);
    runs.createAll(
        List.of(onDemand(active), onDemand(active), onDemand(inactive), onDemand(404)), NOW);
    List<ClaimedRun> held = runs.claim("w", TypeSet.ALL, 4, NOW);

    runs.complete(List.of(
        end(held.get(0), RunStatus.COMPLETED, null, null),
        end(held.get(1), RunStatus.CANCELLED, null, "by request"),
        end(held.get(2), RunStatus.FAILED, null, "of a task that was set inactive"),
        end(held.get(3), RunStatus.FAILED, null, "of no task")));

    assertThat(runs.claim("w", TypeSet.ALL, 5, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void repeatedAndSupersededFailures_areTriedAgainOnce() {
    long task = task(5, true);
    runs.create(onDemand(task), NOW);
    ClaimedRun held = runs.claim("w", TypeSet.ALL, 1, NOW).get(0);
    Completion failure = end(held, RunStatus.FAILED, null, "once");
    Completion zombie =
        new Completion(held.id(), 0, RunStatus.FAILED, NOW + 20, null, "an older attempt");

    assertThat(runs.complete(List.of(zombie))).isZero();
    assertThat(runs.complete(List.of(failure, failure))).isEqualTo(1);
    assertThat(runs.complete(List.of(failure))).isZero();

    assertThat(runs.claim("w", TypeSet.ALL, 5, Long.MAX_VALUE)).hasSize(1);
  }

  @Test
  void concurrentExchanges_endEveryRunOnce() throws Exception {
    long seed = System.nanoTime();
    System.out.println("concurrentExchanges_endEveryRunOnce seed=" + seed);
    Random random = new Random(seed);
    long task = task(0, true);
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      batch.add(NewRun.onDemand(task, TYPE, NOW - random.nextInt(1000), null));
    }
    runs.createAll(batch, NOW);
    ConcurrentHashMap<Long, String> owners = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    int accepted = 0;
    try {
      List<Future<Integer>> workers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        workers.add(pool.submit(drain("w" + w, 1 + random.nextInt(20), owners)));
      }
      for (Future<Integer> worker : workers) {
        accepted += worker.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(owners).hasSize(400);
    assertThat(accepted).isEqualTo(400);
  }

  private Callable<Integer> drain(
      String worker, int limit, ConcurrentHashMap<Long, String> owners) {
    return () -> {
      int accepted = 0;
      List<Completion> ends = new ArrayList<>();
      while (true) {
        Exchange exchange = runs.completeAndClaim(ends, worker, TypeSet.ALL, limit, NOW);
        accepted += exchange.accepted();
        if (exchange.claimed().isEmpty()) {
          return accepted;
        }
        ends.clear();
        for (ClaimedRun run : exchange.claimed()) {
          assertThat(owners.put(run.id(), worker)).as("run %s", run.id()).isNull();
          RunStatus status = run.id() % 3 == 0 ? RunStatus.FAILED : RunStatus.COMPLETED;
          ends.add(end(run, status, null, null));
        }
      }
    };
  }

  private void fail(ClaimedRun run, RunStatus status) {
    assertThat(runs.complete(List.of(end(run, status, null, "no luck")))).isEqualTo(1);
  }

  private long task(int maxRetries, boolean active) {
    NewTask task = NewTask.builder("task " + tasks.count(TaskFilter.ANY), "echo")
        .maxRetries(maxRetries)
        .status(active ? TaskStatus.ACTIVE : TaskStatus.INACTIVE)
        .build();
    return tasks.create(task, 0, NOW).id();
  }

  private TaskRun read(long id) {
    return runs.byId(id).orElseThrow();
  }

  private static List<NewRun> onDemand(int count, int type) {
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batch.add(NewRun.onDemand(7, type, NOW, null));
    }
    return batch;
  }

  private static NewRun onDemand(long task) {
    return NewRun.onDemand(task, TYPE, NOW, null);
  }

  private static Completion completed(ClaimedRun run) {
    return end(run, RunStatus.COMPLETED, null, null);
  }

  private static Completion end(
      ClaimedRun run, RunStatus status, @Nullable Bytes result, @Nullable String error) {
    return new Completion(run.id(), run.attempt(), status, NOW + 20, result, error);
  }
}
