package dev.tare.benchmarks.flow;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.MemoryApi;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The façade that ships, and its worker with its threads. Nothing happens by the clock: the worker
 * is woken by the trigger, claims every run of it at once, and writes their ends together.
 */
final class LeanFlow implements Flow, RunCommands {
  private static final Duration NEVER = Duration.ofHours(8);
  private static final Duration LATEST = Duration.ofSeconds(1); // of a batch that is not full
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_NANOS = 50_000;

  private final Scheduler scheduler;
  private final MemoryApi api;
  private final String trigger;
  private long[] submitted = {};
  private long ended;

  /** With a task of so many runs. */
  LeanFlow(String url, int runs) {
    scheduler = Scheduler.builder()
        .database(url)
        .connections(2)
        .workerId(FlowTask.worker(runs))
        .concurrency(FlowTask.threads(runs))
        .batches(2 * runs, runs)
        .pollInterval(NEVER)
        .completionDelay(LATEST)
        .lease(NEVER, NEVER.multipliedBy(3))
        .dispatching(false)
        .surroundings(FlowTask.ENVIRONMENT, null)
        .clock(FlowTask.CLOCK)
        .build();
    scheduler.register(
        FlowTask.type(runs), new EachThreadOnce(new EchoExecutor(), FlowTask.threads(runs)));
    Task task = scheduler.schedule(FlowTask.of(runs));
    trigger = FlowTask.trigger(task);
    api = new MemoryApi(
        Variant.LEAN,
        scheduler.tasks(),
        scheduler.runs(),
        this,
        scheduler.schedules()::nextDueAt,
        FlowTask.CLOCK);
    scheduler.worker().start();
    for (int thread = 0; thread < FlowTask.threads(runs); thread += runs) {
      submit(task.id(), null, null);
      ended += submitted.length;
    }
    awaitEnds();
  }

  @Override
  public MemoryApi api() {
    return api;
  }

  @Override
  public String trigger() {
    return trigger;
  }

  @Override
  public long[] submit(long task, @Nullable Bytes payload, @Nullable TraceParent traceparent) {
    submitted = scheduler.trigger(task, payload);
    return submitted;
  }

  @Override
  public long[] submitted() {
    return submitted;
  }

  @Override
  public void work() {
    ended += submitted.length;
    awaitEnds();
  }

  private void awaitEnds() {
    long deadline = System.nanoTime() + LONGEST_NANOS;
    while (scheduler.listener().accepted() < ended) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the runs did not end: " + scheduler.listener().accepted() + " of " + ended + " have");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public StatusChange cancel(long runId, String requester) {
    return scheduler.cancel(runId, requester);
  }

  @Override
  public long restart(long runId, String requester, @Nullable TraceParent traceparent) {
    return scheduler.restart(runId);
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
