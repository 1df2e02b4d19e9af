package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One timer for all runs: looks at what each thread executes, every few milliseconds while there is
 * anything, and interrupts what is over time. Never waits for a database.
 *
 * <p>A run that goes on in spite of that is reported all the same after a while, so that it can be
 * made again; its thread stays lost to the pool until it returns.
 */
final class Watch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250); // limits are seconds
  private static final long PATIENCE_MILLIS = 10_000;

  private final Pool pool;
  private final long[] reported; // for each slot, the last run of it that was reported here
  private final Signal signal = new Signal();
  private volatile boolean closed;

  Watch(Pool pool) {
    this.pool = pool;
    this.reported = new long[pool.slots().length];
  }

  @Override
  public void run() {
    while (!closed) {
      signal.await(look(pool.clock.millis()) ? BUSY_NANOS : IDLE_NANOS);
    }
  }

  void close() {
    closed = true;
    signal.raise();
  }

  /** Whether a thread is busy. */
  private boolean look(long now) {
    RunSlot[] slots = pool.slots();
    boolean busy = false;
    for (int i = 0; i < slots.length; i++) {
      RunSlot slot = slots[i];
      if (slot.isBusy()) {
        busy = true;
        slot.stopOverdue(now);
        ClaimedRun ignoring = slot.ignoring(now - PATIENCE_MILLIS);
        if (ignoring != null && ignoring.id() != reported[i]) {
          report(i, ignoring, now);
        }
      }
    }
    return busy;
  }

  private void report(int slot, ClaimedRun run, long now) {
    Completion end = new Completion(
        run.id(), run.attempt(), RunStatus.TIMEOUT, now, null, "did not stop at its time limit");
    if (pool.listener.offer(end)) { // or else at the next look
      reported[slot] = run.id();
      LOG.warn(
          "run {} of task {} ignores its interrupt and keeps a thread from the pool",
          run.id(),
          run.taskId());
    }
  }
}
