package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories of a {@link RunQueue}, beside a slow and obvious one in memory: no run is lost,
 * none is claimed that does not wait, and each has the status that the history gives it.
 */
public abstract class RunHistoryContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final int STEPS = 150;

  private final TreeMap<Long, Expected> expected = new TreeMap<>();

  @SuppressWarnings("NullAway.Init") // as the test begins
  private RunQueue runs;

  @SuppressWarnings("NullAway.Init") // as the test begins
  private Random random;

  /** The repository under test over an empty database; no task is defined there. */
  protected abstract RunQueue emptyRepository();

  @Test
  void randomHistory_losesNoRun() {
    long seed = System.nanoTime();
    System.out.println("randomHistory_losesNoRun seed=" + seed);
    random = new Random(seed);
    runs = emptyRepository();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(5)) {
        case 0 -> createSome();
        case 1 -> claimSome();
        case 2 -> exchangeSome();
        default -> changeOne();
      }
    }
    for (Expected run : expected.values()) {
      TaskRun found = runs.byId(run.id).orElseThrow();
      assertThat(found.status()).as("run %s", run.id).isEqualTo(run.status);
      assertThat(found.attempt()).as("run %s", run.id).isEqualTo(run.attempt);
      assertThat(found.payload()).as("run %s", run.id).isEqualTo(run.payload);
    }
    claim(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  private void createSome() {
    List<NewRun> batch = new ArrayList<>();
    boolean alike = random.nextBoolean();
    NewRun first = newRun();
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      batch.add(alike ? withPayload(first, payload()) : newRun());
    }
    if (size == 1) {
      add(runs.create(batch.get(0), NOW), batch.get(0));
    } else {
      long[] ids = runs.createAll(batch, NOW);
      for (int i = 0; i < size; i++) {
        add(ids[i], batch.get(i));
      }
    }
  }

  private NewRun newRun() {
    int shards = random.nextInt(3);
    return new NewRun(
        1 + random.nextInt(3),
        1 + random.nextInt(2),
        NOW - 5 + random.nextInt(10),
        false,
        random.nextInt(3),
        shards == 0 ? NewRun.NO_SHARD : random.nextInt(shards),
        shards,
        payload());
  }

  private static NewRun withPayload(NewRun run, @Nullable Bytes payload) {
    return new NewRun(
        run.taskId(),
        run.typeId(),
        run.scheduledAt(),
        run.due(),
        run.retryCount(),
        run.shardIndex(),
        run.shardTotal(),
        payload);
  }

  private @Nullable Bytes payload() {
    if (random.nextInt(4) == 0) {
      return null;
    }
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return Bytes.of(bytes, bytes.length / 3, bytes.length - bytes.length / 3);
  }

  private void add(long id, NewRun run) {
    assertThat(expected.put(id, new Expected(id, run))).isNull();
  }

  private void claimSome() {
    claim(1 + random.nextInt(5), NOW - 5 + random.nextInt(12));
  }

  private void claim(int limit, long now) {
    check(runs.claim("w", TypeSet.ALL, limit, now), limit, now);
  }

  private void exchangeSome() {
    List<Completion> ends = new ArrayList<>();
    int accepted = 0;
    for (Expected run : expected.values()) {
      if (random.nextInt(4) == 0) {
        int attempt = run.attempt - (random.nextInt(3) == 0 ? 1 : 0);
        RunStatus end = random.nextInt(5) == 0 ? RunStatus.FAILED : RunStatus.COMPLETED;
        Bytes result = random.nextInt(9) == 0 ? Bytes.of(new byte[] {1}) : null;
        ends.add(new Completion(run.id, attempt, end, NOW, result, null));
        if (run.status == RunStatus.RUNNING && run.attempt == attempt) {
          run.status = end;
          accepted++;
        }
      }
    }
    int limit = 1 + random.nextInt(5);
    Exchange exchange = runs.completeAndClaim(ends, "w", TypeSet.ALL, limit, NOW);
    assertThat(exchange.accepted()).isEqualTo(accepted);
    check(exchange.claimed(), limit, NOW);
  }

  private void check(List<ClaimedRun> claimed, int limit, long now) {
    List<Expected> oldest = expected.values().stream()
        .filter(run -> run.status == RunStatus.PENDING && run.scheduledAt <= now)
        .sorted(Comparator.comparingLong((Expected run) -> run.scheduledAt)
            .thenComparingLong(run -> run.id))
        .limit(limit)
        .toList();
    assertThat(claimed)
        .extracting(ClaimedRun::id)
        .containsExactlyElementsOf(oldest.stream().map(run -> run.id).toList());
    for (Expected run : oldest) {
      run.status = RunStatus.RUNNING;
      run.attempt++;
    }
  }

  private void changeOne() {
    if (expected.isEmpty()) {
      return;
    }
    List<Expected> all = List.copyOf(expected.values());
    Expected run = all.get(random.nextInt(all.size()));
    RunStatus target = RunStatus.ofCode(random.nextInt(RunStatus.values().length));
    RunStatus before = run.status;
    boolean allowed = before == target || before.canBecome(target);
    try {
      StatusChange change = runs.updateStatus(run.id, target, "w", NOW);
      assertThat(allowed).as("%s to %s", before, target).isTrue();
      assertThat(change == StatusChange.UNCHANGED).isEqualTo(before == target);
      boolean begins = target == RunStatus.DISPATCHED || target == RunStatus.RUNNING;
      run.attempt += before == RunStatus.PENDING && begins ? 1 : 0;
      run.status = target;
    } catch (IllegalTransitionException e) {
      assertThat(allowed).as("%s to %s", before, target).isFalse();
    }
  }

  private static final class Expected {
    private final long id;
    private final long scheduledAt;
    private final @Nullable Bytes payload;
    private RunStatus status = RunStatus.PENDING;
    private int attempt;

    Expected(long id, NewRun run) {
      this.id = id;
      this.scheduledAt = run.scheduledAt();
      this.payload = run.payload();
    }
  }
}
