package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.model.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRepository} tells a dispatcher, over every database. */
public abstract class TaskDispatchContract {
  private static final long NOW = 1_800_000_000_000L;

  private TaskRepository tasks;
  private TaskRunRepository runs;

  /** The stores under test over an empty database. */
  protected abstract Stores emptyStores();

  @BeforeEach
  void startEmpty() {
    Stores stores = emptyStores();
    tasks = stores.tasks();
    runs = stores.runs();
  }

  @Test
  void dueTasks_comeLongestOverdueFirst() {
    long late = scheduled("late", NOW).id();
    long early = scheduled("early", NOW - 5).id();
    scheduled("future", NOW + 1);
    tasks.delete(scheduled("deleted", NOW - 9).id(), NOW);
    create("on demand");

    assertThat(tasks.schedulable(NOW, 10)).extracting(DueTask::id).containsExactly(early, late);
    assertThat(tasks.schedulable(NOW, 1)).extracting(DueTask::id).containsExactly(early);
    assertThat(tasks.earliestDueAt()).isEqualTo(NOW - 5);
  }

  @Test
  void dueTask_readsBackWholly() {
    Task other = create("other");
    Task task = tasks.create(
        NewTask.builder("t", "shell")
            .schedule("0 0 3 * * *")
            .dependencies(Ids.of(other.id()))
            .shards(4, "k")
            .build(),
        NOW,
        NOW - 1);

    assertThat(tasks.schedulable(NOW, 10))
        .containsExactly(new DueTask(
            task.id(), task.typeId(), "0 0 3 * * *", task.dependencies(), 4, NOW, NOW - 1));
  }

  @Test
  void nothingDue_isEmpty() {
    create("on demand");

    assertThat(tasks.schedulable(NOW, 10)).isEmpty();
    assertThat(tasks.earliestDueAt()).isZero();
    assertThat(tasks.advance(List.of(), new long[0])).isZero();
  }

  @Test
  void advance_movesOnce() {
    scheduled("a", NOW);
    scheduled("b", NOW);
    List<DueTask> due = tasks.schedulable(NOW, 10);

    assertThat(tasks.advance(due, new long[] {NOW + 60, 0})).isEqualTo(2);
    assertThat(tasks.advance(due, new long[] {NOW + 120, NOW + 120})).isZero();

    assertThat(tasks.byName("a").orElseThrow().nextDueAt()).isEqualTo(NOW + 60);
    assertThat(tasks.byName("b").orElseThrow().nextDueAt()).as("never").isZero();
    assertThat(tasks.byName("a").orElseThrow().updatedAt())
        .as("no change of it")
        .isEqualTo(NOW);
  }

  @Test
  void taskThatWasChangedMeanwhile_isNotMoved() {
    Task changed = scheduled("changed", NOW);
    Task deleted = scheduled("deleted", NOW);
    Task same = scheduled("same", NOW);
    List<DueTask> due = tasks.schedulable(NOW, 10);
    tasks.update(changed.id(), changed.toBuilder().schedule("1 * * * * *").build(), NOW, NOW);
    tasks.delete(deleted.id(), NOW);

    assertThat(tasks.advance(due, new long[] {NOW + 1, NOW + 1, NOW + 1})).isEqualTo(1);

    assertThat(tasks.byId(changed.id()).orElseThrow().nextDueAt()).isEqualTo(NOW);
    assertThat(tasks.byId(deleted.id()).orElseThrow().nextDueAt()).isZero();
    assertThat(tasks.byId(same.id()).orElseThrow().nextDueAt()).isEqualTo(NOW + 1);
  }

  @Test
  void concurrentDispatchers_moveEachTaskOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      scheduled("t" + i, NOW);
    }
    List<DueTask> due = tasks.schedulable(NOW, 100);
    long[] next = new long[due.size()];
    Arrays.fill(next, NOW + 1);
    Callable<Integer> dispatcher = () -> tasks.advance(due, next);

    int moved = 0;
    for (int count : together(dispatcher, dispatcher, dispatcher)) {
      moved += count;
    }

    // What was locked by another was left to it.
    assertThat(moved).isEqualTo(60);
    assertThat(tasks.schedulable(NOW, 100)).isEmpty();
  }

  @Test
  void concurrentChanges_makeNoCycleTogether() throws Exception {
    for (int round = 0; round < 10; round++) {
      Task a = create("a" + round);
      Task b = create("b" + round);
      together(dependency(a, b), dependency(b, a));

      Task first = tasks.byId(a.id()).orElseThrow();
      Task second = tasks.byId(b.id()).orElseThrow();
      assertThat(first.dependencies().size() + second.dependencies().size()).isEqualTo(1);
    }
  }

  @Test
  void dependencies_areTheEdges() {
    Task a = create("a");
    Task b = create("b", a.id());
    Task c = create("c", b.id(), a.id());

    assertThat(tasks.dependencies())
        .containsExactly(
            new TaskDependencies(b.id(), Ids.of(a.id())),
            new TaskDependencies(c.id(), Ids.of(b.id(), a.id())));
  }

  @Test
  void dependenciesOfNobody_areMet() {
    assertThat(tasks.checkDependencies(create("alone").id())).isTrue();
    assertThat(tasks.checkDependencies(404)).isFalse();
    assertThat(tasks.checkDependencies(Ids.of(404)).isEmpty()).isTrue();
    assertThat(tasks.checkDependencies(Ids.NONE).isEmpty()).isTrue();
  }

  @Test
  void dependency_isMetByItsLatestRunAlone() {
    Task first = create("first");
    Task then = create("then", first.id());
    assertThat(tasks.checkDependencies(then.id())).as("never ran").isFalse();

    for (RunStatus latest : RunStatus.values()) {
      run(first, latest, NewRun.NO_SHARD, 0);
      assertThat(tasks.checkDependencies(then.id()))
          .as("latest is %s", latest)
          .isEqualTo(latest == RunStatus.COMPLETED);
    }
  }

  @Test
  void shardedDependency_isMetByTheLatestRunOfEachShard() {
    Task first = create("first");
    Task then = create("then", first.id());
    run(first, RunStatus.COMPLETED, 0, 3);
    run(first, RunStatus.FAILED, 1, 3);
    run(first, RunStatus.COMPLETED, 2, 3);
    assertThat(tasks.checkDependencies(then.id())).as("one failed").isFalse();

    run(first, RunStatus.COMPLETED, 1, 3);
    assertThat(tasks.checkDependencies(then.id())).as("its retry did not").isTrue();

    run(first, RunStatus.RUNNING, 2, 3);
    assertThat(tasks.checkDependencies(then.id())).as("the next ones run").isFalse();
  }

  /** Against an obvious oracle: a map of each task's and shard's latest run. */
  @Test
  void batchOfChecks_equalsTheOracle() {
    long seed = System.nanoTime();
    System.out.println("batchOfChecks_equalsTheOracle seed=" + seed);
    Random random = new Random(seed);
    List<Task> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long[] dependencies = all.stream()
          .filter(task -> random.nextInt(4) == 0)
          .mapToLong(Task::id)
          .toArray();
      all.add(create("t" + i, dependencies));
    }
    Map<Long, Map<Integer, RunStatus>> latest = new HashMap<>();
    RunStatus[] statuses = {RunStatus.COMPLETED, RunStatus.COMPLETED, RunStatus.FAILED};
    for (int i = 0; i < 60; i++) {
      Task task = all.get(random.nextInt(all.size()));
      int total = task.id() % 3 == 0 ? 2 : 0;
      int shard = total == 0 ? NewRun.NO_SHARD : random.nextInt(total);
      RunStatus status = statuses[random.nextInt(statuses.length)];
      run(task, status, shard, total);
      latest.computeIfAbsent(task.id(), id -> new HashMap<>()).put(shard, status);
    }

    long[] expected = all.stream()
        .filter(task -> Arrays.stream(task.dependencies().array())
            .allMatch(id -> met(latest.getOrDefault(id, Map.of()), id % 3 == 0 ? 2 : 1)))
        .mapToLong(Task::id)
        .toArray();

    long[] batch = tasks
        .checkDependencies(Ids.of(all.stream().mapToLong(Task::id).toArray()))
        .array();
    assertThat(batch).as("seed %s", seed).containsExactlyInAnyOrder(expected);
    for (Task task : all) {
      assertThat(tasks.checkDependencies(task.id()))
          .as("task %s, seed %s", task.id(), seed)
          .isEqualTo(Arrays.stream(expected).anyMatch(id -> id == task.id()));
    }
  }

  private static boolean met(Map<Integer, RunStatus> latest, int shards) {
    return latest.size() == shards
        && latest.values().stream().allMatch(status -> status == RunStatus.COMPLETED);
  }

  @Test
  void run_overlapsUntilItIsFinished() {
    for (RunStatus latest : RunStatus.values()) {
      Task task = create("t" + latest);
      run(task, latest, NewRun.NO_SHARD, 0);
      assertThat(tasks.overlapping(Ids.of(task.id(), 404)))
          .as("%s", latest)
          .isEqualTo(latest.isFinished() ? Ids.NONE : Ids.of(task.id()));
    }
    assertThat(tasks.overlapping(Ids.of(create("never ran").id()))).isEqualTo(Ids.NONE);
    assertThat(tasks.overlapping(Ids.NONE)).isEqualTo(Ids.NONE);
  }

  @Test
  void anyShardThatWaits_andAnyRunOfAWorker_overlaps() {
    Task sharded = create("sharded");
    run(sharded, RunStatus.PENDING, 0, 2);
    run(sharded, RunStatus.COMPLETED, 1, 2);
    Task running = create("running");
    run(running, RunStatus.RUNNING, NewRun.NO_SHARD, 0);
    run(running, RunStatus.COMPLETED, NewRun.NO_SHARD, 0);
    Task finished = create("finished");
    run(finished, RunStatus.COMPLETED, 0, 2);
    run(finished, RunStatus.FAILED, 1, 2);

    assertThat(
            tasks.overlapping(Ids.of(sharded.id(), running.id(), finished.id())).array())
        .containsExactlyInAnyOrder(sharded.id(), running.id());
  }

  @Test
  void runThatWaitsBehindFinishedOnes_overlaps() {
    Task retried = create("retried");
    run(retried, RunStatus.PENDING, NewRun.NO_SHARD, 0);
    Task sharded = create("sharded");
    run(sharded, RunStatus.PENDING, 1, 2);
    for (int i = 0; i < 3; i++) {
      run(retried, RunStatus.COMPLETED, NewRun.NO_SHARD, 0);
      run(sharded, RunStatus.FAILED, 0, 2);
      run(sharded, RunStatus.COMPLETED, 1, 2);
    }

    assertThat(tasks.overlapping(Ids.of(retried.id(), sharded.id())).array())
        .containsExactlyInAnyOrder(retried.id(), sharded.id());
  }

  @Test
  void runOfTheDueInstant_overlapsOnceTheTaskHasMovedOn() {
    Task task = scheduled("t", NOW);
    for (int shard = 0; shard < 2; shard++) {
      runs.create(new NewRun(task.id(), task.typeId(), NOW, true, 0, shard, 2, null), NOW);
    }
    runs.updateStatus(runs.recent(task.id(), 2).get(1).id(), RunStatus.RUNNING, "w", NOW);
    assertThat(tasks.overlapping(Ids.of(task.id()))).as("made for it").isEqualTo(Ids.NONE);

    tasks.advance(tasks.schedulable(NOW, 1), new long[] {NOW + 1000});

    assertThat(tasks.overlapping(Ids.of(task.id()))).isEqualTo(Ids.of(task.id()));
  }

  @Test
  void batchStatus_tellsTheLatestRun() {
    Task never = create("never");
    Task ran = create("ran");
    Task deleted = create("deleted");
    run(ran, RunStatus.COMPLETED, NewRun.NO_SHARD, 0);
    long latest = run(ran, RunStatus.FAILED, NewRun.NO_SHARD, 0);
    tasks.delete(deleted.id(), NOW);

    assertThat(tasks.batchStatus(Ids.of(deleted.id(), 404, ran.id(), never.id())))
        .containsExactly(
            new TaskState(never.id(), TaskStatus.ACTIVE, 0, null),
            new TaskState(ran.id(), TaskStatus.ACTIVE, latest, RunStatus.FAILED),
            new TaskState(deleted.id(), TaskStatus.INACTIVE, 0, null));
    assertThat(tasks.batchStatus(Ids.NONE)).isEmpty();
  }

  private Callable<Integer> dependency(Task from, Task to) {
    return () -> {
      try {
        tasks.update(from.id(), from.toBuilder().dependencies(Ids.of(to.id())).build(), 0, NOW + 1);
        return 1;
      } catch (ValidationException refused) {
        return 0;
      }
    };
  }

  @SafeVarargs
  private static List<Integer> together(Callable<Integer>... works) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(works.length);
    ExecutorService pool = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<Integer>> futures = new ArrayList<>();
      for (Callable<Integer> work : works) {
        futures.add(pool.submit(() -> {
          barrier.await();
          return work.call();
        }));
      }
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private long run(Task task, RunStatus status, int shard, int total) {
    long id =
        runs.create(new NewRun(task.id(), task.typeId(), NOW, false, 0, shard, total, null), NOW);
    if (status == RunStatus.COMPLETED || status == RunStatus.TIMEOUT) {
      runs.updateStatus(id, RunStatus.RUNNING, "w", NOW);
    }
    if (status != RunStatus.PENDING) {
      runs.updateStatus(id, status, "w", NOW);
    }
    return id;
  }

  private Task scheduled(String name, long due) {
    return tasks.create(NewTask.builder(name, "t").schedule("0 * * * * *").build(), due, NOW);
  }

  private Task create(String name, long... dependencies) {
    return tasks.create(
        NewTask.builder(name, "t").dependencies(Ids.of(dependencies)).build(), 0, NOW);
  }
}
