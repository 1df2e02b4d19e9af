package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.listener.CopyingStateListener;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The baseline: a worker that claims runs, executes them on a pool and reports how they ended, as a
 * careful team without a profiler writes it.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the claimed runs copied into a list of their own: the immutable result;
 *   <li>a context made for each run, with a clone of its parameters: the executor owns what it sees
 *       ({@code task_run.clone()});
 *   <li>a future and a closure a run, and an array of the futures to wait for: the asynchronous
 *       task;
 *   <li>an entry a run in a map of what is running, and that map copied for whoever asks;
 *   <li>{@code Instant}, {@code Long} and {@code Optional} where numbers and null would do.
 * </ul>
 */
public final class CopyingRunLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CopyingRunLoop.class);

  private final WorkerSettings settings;
  private final TypeSet types;
  private final TaskRunRepository runs;
  private final LongFunction<? extends @Nullable Task> tasks;
  private final ExecutorRegistry executors;
  private final CopyingStateListener listener;
  private final Executor pool;
  private final Clock clock;
  private final Map<Long, Running> running = new HashMap<>(); // under its own lock

  /** What is executed now, and since when. */
  private record Running(Long runId, Integer attempt, Instant since) {}

  /**
   * A worker that does what {@link #step} says.
   *
   * @param pool executes the runs
   */
  public CopyingRunLoop(
      WorkerSettings settings,
      TypeSet types,
      TaskRunRepository runs,
      LongFunction<? extends @Nullable Task> tasks,
      ExecutorRegistry executors,
      CopyingStateListener listener,
      Executor pool,
      Clock clock) {
    this.settings = settings;
    this.types = types;
    this.runs = runs;
    this.tasks = tasks;
    this.executors = executors;
    this.listener = listener;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Claims a batch, executes it, and writes how its runs ended.
   *
   * @return how many runs it claimed
   */
  public int step() {
    int room = Math.min(settings.batch(), settings.concurrency() - running().size());
    List<ClaimedRun> claimed = List.copyOf(runs.claim(settings.id(), types, room, clock.millis()));
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (ClaimedRun run : claimed) {
      ends.add(CompletableFuture.runAsync(() -> execute(run), pool));
    }
    CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])).join();
    listener.flush();
    return claimed.size();
  }

  /** The runs that are executed now. */
  private List<Running> running() {
    synchronized (running) {
      return List.copyOf(running.values());
    }
  }

  private void execute(ClaimedRun run) {
    begin(run);
    try {
      Outcome outcome = Optional.ofNullable(tasks.apply(run.taskId()))
          .map(task -> attempt(run, task))
          .orElseGet(() -> Outcome.failed("there is no task " + run.taskId(), null));
      listener.complete(new Completion(
          run.id(),
          run.attempt(),
          outcome.status(),
          clock.millis(),
          outcome.result(),
          outcome.error()));
    } finally {
      end(run);
    }
  }

  private Outcome attempt(ClaimedRun run, Task task) {
    Optional<TaskExecutor> executor = Optional.ofNullable(executors.executorOf(task.taskType()));
    if (executor.isEmpty()) {
      return Outcome.failed("no executor serves the type " + task.taskType(), null);
    }
    try {
      return executor.get().execute(CopyingContext.of(run, task, settings));
    } catch (Exception e) { // whatever a task throws, the worker goes on
      LOG.debug("run {} failed", run.id(), e);
      return new Outcome(
          RunStatus.FAILED, null, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private void begin(ClaimedRun run) {
    synchronized (running) {
      running.put(run.id(), new Running(run.id(), run.attempt(), clock.instant()));
    }
  }

  private void end(ClaimedRun run) {
    synchronized (running) {
      running.remove(run.id());
    }
  }
}
