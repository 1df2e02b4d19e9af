package dev.tare.benchmarks.flow;

import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An executor whose first runs wait for each other, so that every thread of a pool gets one: what a
 * thread allocates at its first run is behind it then, whichever threads are woken later. After
 * those it is the other executor, and adds nothing.
 */
final class EachThreadOnce implements TaskExecutor {
  private static final long LONGEST_SECONDS = 60;

  private final TaskExecutor executor;
  private final CountDownLatch awaited;

  EachThreadOnce(TaskExecutor executor, int threads) {
    this.executor = executor;
    this.awaited = new CountDownLatch(threads);
  }

  @Override
  public Outcome execute(TaskExecutionContext run) throws Exception {
    if (awaited.getCount() > 0) {
      awaited.countDown();
      if (!awaited.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(awaited.getCount() + " threads did not begin a run");
      }
    }
    return executor.execute(run);
  }
}
