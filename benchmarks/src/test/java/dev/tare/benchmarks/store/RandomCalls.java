package dev.tare.benchmarks.store;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Stores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Random calls of the ports over a small world, so that they meet: a dozen tasks, five workers,
 * four types, a clock that goes on by less than the runs are apart.
 */
final class RandomCalls {
  private static final long START = 1_800_000_000_000L;
  private static final int TASKS = 12;

  private static final Comparator<NewRun> IN_ORDER = Comparator.comparing(NewRun::taskId)
      .thenComparing(NewRun::scheduledAt)
      .thenComparing(NewRun::shardIndex);

  /** Enough to reach every run that has not been cleaned up. */
  private static final int RECENT_RUNS = 60;

  private final Random random;
  private long now = START;
  private long newestRun = 1;

  RandomCalls(Random random) {
    this.random = random;
  }

  /** A call of a port; what it returns can be compared. */
  @FunctionalInterface
  interface Call {
    @Nullable
    Object on(Stores stores);
  }

  Call next() {
    now += random.nextInt(40);
    return switch (random.nextInt(12)) {
      case 0, 1 -> create();
      case 2, 3, 4 -> work();
      case 5 -> status();
      case 6 -> runQuestion();
      case 7 -> recovery();
      case 8 -> taskChange();
      case 9 -> taskQuestion();
      case 10 -> dispatch();
      default -> worker();
    };
  }

  private Call create() {
    List<NewRun> runs =
        IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> newRun()).toList();
    return switch (random.nextInt(3)) {
      case 0 -> stores -> seen(stores.runs().create(runs.get(0), now));
      case 1 ->
        stores -> Arrays.stream(stores.runs().createAll(runs, now))
            .map(this::seen)
            .boxed()
            .toList();
      default -> {
        // In the order in which one of the two creates them: ids are part of what is compared.
        List<NewRun> inOrder = runs.stream().sorted(IN_ORDER).toList();
        yield stores -> stores.runs().createDue(inOrder, now);
      }
    };
  }

  private long seen(long run) {
    newestRun = Math.max(newestRun, run);
    return run;
  }

  private NewRun newRun() {
    int shards = random.nextInt(3);
    return new NewRun(
        task(),
        1 + random.nextInt(4),
        now - random.nextInt(30),
        random.nextBoolean(),
        random.nextInt(2),
        shards == 0 ? NewRun.NO_SHARD : random.nextInt(shards),
        shards,
        bytes());
  }

  private Call work() {
    List<Completion> ends =
        IntStream.range(0, random.nextInt(8)).mapToObj(i -> completion()).toList();
    String worker = workerId();
    TypeSet types = random.nextBoolean() ? TypeSet.ALL : types();
    int limit = 1 + random.nextInt(5);
    long at = now + (random.nextInt(10) == 0 ? 600_000 : 0);
    return switch (random.nextInt(3)) {
      case 0 -> stores -> stores.runs().claim(worker, types, limit, at);
      case 1 -> stores -> stores.runs().complete(ends);
      default -> stores -> stores.runs().completeAndClaim(ends, worker, types, limit, at);
    };
  }

  private Completion completion() {
    RunStatus status = RunStatus.ofCode(
        RunStatus.COMPLETED.code() + (random.nextBoolean() ? 0 : random.nextInt(4)));
    String error = random.nextInt(3) == 0 ? "exit code " + random.nextInt(9) : null;
    return new Completion(run(), 1 + random.nextInt(2), status, now, bytes(), error);
  }

  private Call status() {
    long run = run();
    RunStatus target = RunStatus.ofCode(random.nextInt(7));
    String worker = workerId();
    return stores -> stores.runs().updateStatus(run, target, worker, now);
  }

  private Call runQuestion() {
    long task = task();
    int limit = 1 + random.nextInt(6);
    Ids tasks = taskIds();
    String worker = workerId();
    RunStatus status = RunStatus.ofCode(random.nextInt(7));
    PageRequest page = page();
    long run = run();
    long since = now - random.nextInt(5000);
    return switch (random.nextInt(12)) {
      case 0 -> stores -> stores.runs().byTask(task, page);
      case 1 -> stores -> stores.runs().byWorker(worker, page);
      case 2 -> stores -> stores.runs().byStatus(status, page);
      case 3 -> stores -> stores.runs().pending(limit);
      case 4 -> stores -> stores.runs().running(limit);
      case 5 -> stores -> stores.runs().hasRunning(task);
      case 6 -> stores -> stores.runs().withRunning(tasks);
      case 7 -> stores -> stores.runs().timedOut(now + 1000, limit);
      case 8 -> stores -> stores.runs().recent(task, limit);
      case 9 -> stores -> stores.runs().stats(since);
      case 10 -> stores -> stores.runs().stats(task, since);
      default -> stores -> stores.runs().byId(run);
    };
  }

  private Call recovery() {
    String worker = workerId();
    long before = now - random.nextInt(2000);
    int limit = 1 + random.nextInt(6);
    long[] kept = LongStream.generate(this::run).limit(limit).distinct().toArray();
    int[] attempts =
        IntStream.generate(() -> 1 + random.nextInt(2)).limit(kept.length).toArray();
    return switch (random.nextInt(6)) {
      case 0 -> stores -> stores.runs().requeue(worker);
      case 1 -> stores -> stores.runs().requeueExcept(worker, kept, attempts);
      case 2 -> stores -> stores.runs().lost(before, 1, limit);
      case 3 -> stores -> stores.runs().requeueLost(before);
      case 4 -> stores -> stores.runs().recoverDispatched(before);
      default -> stores -> stores.runs().cleanup(before, Integer.MAX_VALUE);
    };
  }

  private Call taskChange() {
    NewTask definition = definition();
    long due = random.nextInt(4) == 0 ? 0 : now + random.nextInt(60) - 30;
    long task = task();
    return switch (random.nextInt(5)) {
      case 0 -> stores -> stores.tasks().delete(task, now);
      case 1, 2 -> stores -> stores.tasks().create(definition, due, now);
      default -> stores -> stores.tasks().update(task, definition, due, now);
    };
  }

  private NewTask definition() {
    int shards = random.nextInt(3);
    return NewTask.builder("task-" + random.nextInt(TASKS + 4), type())
        .schedule(random.nextBoolean() ? "0 * * * * *" : null)
        .timeoutSeconds(1 + random.nextInt(2))
        .maxRetries(random.nextInt(3))
        .status(random.nextInt(5) == 0 ? TaskStatus.INACTIVE : TaskStatus.ACTIVE)
        .dependencies(random.nextBoolean() ? Ids.NONE : taskIds())
        .shards(shards, shards == 0 ? null : "region")
        .build();
  }

  private Call taskQuestion() {
    long task = task();
    Ids tasks = taskIds();
    PageRequest page = page();
    TaskFilter filter = new TaskFilter(
        random.nextBoolean() ? null : TaskStatus.ofCode(random.nextInt(2)),
        random.nextBoolean() ? null : type(),
        random.nextBoolean() ? null : "t*-" + random.nextInt(3) + "*");
    return switch (random.nextInt(10)) {
      case 0 -> stores -> stores.tasks().byId(task);
      case 1 -> stores -> stores.tasks().byName("task-" + task);
      case 2 -> stores -> stores.tasks().list(filter, page);
      case 3 -> stores -> stores.tasks().count(filter);
      case 4 -> stores -> stores.tasks().active(task, 4);
      case 5 -> stores -> stores.tasks().checkDependencies(task);
      case 6 -> stores -> sorted(stores.tasks().checkDependencies(tasks));
      case 7 -> stores -> sorted(stores.tasks().overlapping(tasks));
      case 8 -> stores -> stores.tasks().batchStatus(tasks);
      default -> stores -> stores.tasks().dependencies();
    };
  }

  private Call dispatch() {
    int limit = 1 + random.nextInt(5);
    long[] next =
        LongStream.generate(() -> random.nextInt(3) == 0 ? 0 : now + 5).limit(5).toArray();
    return switch (random.nextInt(3)) {
      case 0 -> stores -> stores.tasks().schedulable(now, limit);
      case 1 -> stores -> stores.tasks().earliestDueAt();
      default ->
        stores -> {
          List<DueTask> due = stores.tasks().schedulable(now, limit);
          int moved = stores.tasks().advance(due, Arrays.copyOf(next, due.size()));
          return List.of(due, moved, stores.tasks().advance(due, new long[due.size()]));
        };
    };
  }

  private Call worker() {
    String id = workerId();
    NewWorker worker = new NewWorker(
        id,
        "host-" + random.nextInt(3),
        "10.0.0.1",
        random.nextBoolean() ? TypeSet.ALL : types(),
        4);
    long before = now - random.nextInt(300);
    int running = random.nextInt(5);
    List<Heartbeat> beats = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      beats.add(new Heartbeat(workerId(), i, now - random.nextInt(50)));
    }
    return switch (random.nextInt(14)) {
      case 0, 1 ->
        stores -> {
          stores.workers().register(worker, now);
          return null;
        };
      case 2 -> stores -> stores.workers().unregister(id);
      case 3 -> stores -> stores.workers().byId(id);
      case 4 -> stores -> stores.workers().update(worker);
      case 5 -> stores -> stores.workers().list(new PageRequest(1, 3));
      case 6 -> stores -> List.of(stores.workers().alive(), stores.types().find("type-2"));
      case 7 -> stores -> stores.workers().byType(1 + running);
      case 8 -> stores -> stores.workers().heartbeat(id, running, now - running);
      case 9 -> stores -> stores.workers().heartbeats(beats);
      case 10 -> stores -> stores.workers().timedOut(before);
      case 11 -> stores -> stores.workers().markOffline(id, before);
      case 12 ->
        stores -> List.of(
            stores.workers().loadStats(), stores.workers().batchStatus(List.of(id, "nobody")));
      default -> stores -> stores.workers().forget(before);
    };
  }

  private static List<Long> sorted(Ids ids) {
    return Arrays.stream(ids.array()).sorted().boxed().toList();
  }

  private long run() {
    return Math.max(1, newestRun - random.nextInt(RECENT_RUNS) + 1);
  }

  private long task() {
    return 1L + random.nextInt(TASKS);
  }

  private Ids taskIds() {
    return Ids.of(
        LongStream.generate(this::task).limit(random.nextInt(4)).distinct().toArray());
  }

  private String workerId() {
    return "worker-" + random.nextInt(5);
  }

  private String type() {
    return "type-" + random.nextInt(4);
  }

  private TypeSet types() {
    return TypeSet.of(1 + random.nextInt(4), 1 + random.nextInt(4));
  }

  private PageRequest page() {
    return new PageRequest(1 + random.nextInt(3), 1 + random.nextInt(5));
  }

  private @Nullable Bytes bytes() {
    if (random.nextInt(3) == 0) {
      return null;
    }
    byte[] array = new byte[2 + random.nextInt(6)];
    random.nextBytes(array);
    return Bytes.of(array, 1, array.length - 1);
  }
}
