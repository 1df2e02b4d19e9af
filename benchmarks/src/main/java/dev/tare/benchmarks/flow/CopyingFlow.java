package dev.tare.benchmarks.flow;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.MemoryApi;
import dev.tare.benchmarks.worker.CopyingRunLoop;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import java.util.concurrent.TimeUnit;

/**
 * Every copying twin together. Runs are executed on the thread that claims them: what a pool's
 * threads would allocate besides is left out.
 */
final class CopyingFlow implements Flow {
  private static final int DAY_MILLIS = (int) TimeUnit.DAYS.toMillis(1);

  private final CopyingScheduler scheduler;
  private final MemoryApi api;
  private final CopyingRunLoop loop;
  private final String trigger;

  /** With a task of so many runs. */
  CopyingFlow(String url, int runs) {
    scheduler = new CopyingScheduler(url, 2, FlowTask.CLOCK);
    ExecutorRegistry executors = new ExecutorRegistry();
    executors.register(FlowTask.type(runs), new EchoExecutor());
    Task task = scheduler.tasks().create(FlowTask.of(runs), 0, FlowTask.CLOCK.millis());
    trigger = FlowTask.trigger(task);
    api = new MemoryApi(
        Variant.COPYING,
        scheduler.tasks(),
        scheduler.runs(),
        scheduler.commands(),
        (cron, after) -> 0,
        FlowTask.CLOCK);
    loop = scheduler.worker(settings(runs), TypeSet.of(task.typeId()), executors, Runnable::run);
  }

  private static WorkerSettings settings(int runs) {
    return new WorkerSettings(
        FlowTask.worker(runs),
        "host",
        "127.0.0.1",
        2 * runs,
        2 * runs,
        DAY_MILLIS,
        DAY_MILLIS,
        DAY_MILLIS,
        0,
        FlowTask.ENVIRONMENT,
        null,
        ResourceLimits.DEFAULT);
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
  public long[] submitted() {
    return scheduler.commands().submitted();
  }

  @Override
  public void work() {
    int claimed = loop.step();
    if (claimed != submitted().length) {
      throw new IllegalStateException(claimed + " runs were claimed of " + submitted().length);
    }
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
