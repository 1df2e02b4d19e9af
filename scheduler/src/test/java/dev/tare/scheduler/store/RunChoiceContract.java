package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which runs every {@link RunQueue} gives to a worker, and which it makes of a schedule, over every
 * database.
 */
public abstract class RunChoiceContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long TASK = 7;

  private RunQueue runs;

  /** The repository under test over an empty database. */
  protected abstract RunQueue emptyRepository();

  @BeforeEach
  void startEmpty() {
    runs = emptyRepository();
  }

  @Test
  void claim_takesTheTypesThatWereAskedFor() {
    long shell = create(1, NOW - 3);
    long http = create(2, NOW - 2);
    long far = create(TypeSet.MAX_ID, NOW - 1);

    assertThat(claim(TypeSet.NONE)).isEmpty();
    assertThat(claim(TypeSet.of(3, 64))).isEmpty();
    assertThat(claim(TypeSet.of(2))).containsExactly(http);
    assertThat(claim(TypeSet.of(1, 2, TypeSet.MAX_ID))).containsExactly(shell, far);
  }

  @Test
  void claimOfAType_leavesTheOlderOnesOfOthers() {
    for (int i = 0; i < 50; i++) {
      create(1, NOW - 100 + i);
    }
    long late = create(2, NOW - 1);
    long later = create(2, NOW);
    create(2, NOW + 1);

    assertThat(claim(TypeSet.of(2))).containsExactly(late, later);
    assertThat(claim(TypeSet.ALL)).hasSize(10);
  }

  @Test
  void dueRuns_areCreatedUnlessTheyExist() {
    NewRun there = due(0, NOW);
    runs.create(there, NOW);

    assertThat(runs.createDue(List.of(due(1, NOW), there, due(0, NOW + 1)), NOW))
        .isEqualTo(2);
    assertThat(runs.createDue(List.of(due(1, NOW), there, due(0, NOW + 1)), NOW))
        .isZero();
    assertThat(runs.createDue(List.of(), NOW)).isZero();
    assertThat(runs.claim("w", TypeSet.ALL, 10, NOW + 1)).hasSize(3);
  }

  @Test
  void dueRunTwiceInABatch_isCreatedOnce() {
    assertThat(runs.createDue(List.of(due(0, NOW), due(0, NOW)), NOW)).isEqualTo(1);
  }

  @Test
  void createdDueRun_isLikeAnyOther() {
    NewRun due = due(2, NOW);
    runs.createDue(List.of(due), NOW);

    ClaimedRun claimed = runs.claim("w", TypeSet.of(due.typeId()), 1, NOW).get(0);
    assertThat(claimed).isEqualTo(new ClaimedRun(claimed.id(), TASK, 1, 0, 2, 1000, NOW, null));
  }

  @Test
  void concurrentDispatchers_createEachDueRunOnce() throws Exception {
    long seed = System.nanoTime();
    System.out.println("concurrentDispatchers_createEachDueRunOnce seed=" + seed);
    Random random = new Random(seed);
    List<NewRun> due = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      due.add(due(i, NOW + i % 7));
    }
    CyclicBarrier barrier = new CyclicBarrier(3);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    int created = 0;
    try {
      List<Future<Integer>> dispatchers = new ArrayList<>();
      for (int d = 0; d < 3; d++) {
        List<NewRun> shuffled = new ArrayList<>(due);
        Collections.shuffle(shuffled, random);
        dispatchers.add(pool.submit(() -> {
          barrier.await();
          return runs.createDue(shuffled, NOW);
        }));
      }
      for (Future<Integer> dispatcher : dispatchers) {
        created += dispatcher.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(created).as("seed %s", seed).isEqualTo(200);
    assertThat(runs.claim("w", TypeSet.ALL, 1000, NOW + 10)).hasSize(200);
  }

  private long create(int typeId, long scheduledAt) {
    return runs.create(NewRun.onDemand(TASK, typeId, scheduledAt, null), NOW);
  }

  private static NewRun due(int shard, long scheduledAt) {
    return new NewRun(TASK, 5, scheduledAt, true, 0, shard, 1000, null);
  }

  private List<Long> claim(TypeSet types) {
    return runs.claim("w", types, 10, NOW).stream().map(ClaimedRun::id).toList();
  }
}
