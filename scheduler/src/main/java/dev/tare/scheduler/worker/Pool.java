package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The threads that execute, a slot for each, and what they share with the loop. */
final class Pool {
  final RunBuffer buffer;
  final StateListener listener;
  final LongFunction<? extends @Nullable Task> tasks;
  final ExecutorRegistry executors;
  final Clock clock;
  final int errorChars;

  private final Signal loop;
  private final RunSlot[] slots;
  private final List<Thread> threads = new ArrayList<>();
  private final List<ClaimedRun> givenBack = new ArrayList<>();
  private final Marks cancelled = new Marks(); // in no attempt, which who cancels may not know
  private final Marks forfeited = new Marks();
  private volatile boolean anyGivenBack;
  private volatile long leaseUntil = Long.MIN_VALUE;

  /** Threads that are not started yet. */
  Pool(
      WorkerSettings settings,
      StateListener listener,
      LongFunction<? extends @Nullable Task> tasks,
      ExecutorRegistry executors,
      Clock clock) {
    this.listener = listener;
    this.tasks = tasks;
    this.executors = executors;
    this.clock = clock;
    this.errorChars = settings.limits().errorBytes();
    this.loop = listener.signal();
    this.buffer = new RunBuffer(capacity(settings), loop);
    this.slots = new RunSlot[settings.concurrency()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new RunSlot(settings);
      Runnable body = new RunThread(this, slots[i]);
      threads.add(new Thread(body, "tare-worker-" + settings.id() + '-' + i));
    }
  }

  /** Two batches, one being executed while the next is fetched, and a run for each thread. */
  static int most(WorkerSettings settings) {
    return 2 * settings.batch() + settings.concurrency();
  }

  private static int capacity(WorkerSettings settings) {
    return Integer.highestOneBit(2 * most(settings) - 1);
  }

  void start() {
    for (Thread thread : threads) {
      thread.start();
    }
  }

  /** What the worker holds is surely its own until then. By the loop. */
  void renewLease(long untilMillis) {
    leaseUntil = untilMillis;
  }

  boolean isLeaseOver(long nowMillis) {
    return nowMillis > leaseUntil;
  }

  /** Sends a run back to the store that is not executed here, or not to its end. */
  void giveBack(ClaimedRun run) {
    synchronized (givenBack) {
      givenBack.add(run);
      anyGivenBack = true;
    }
    loop.raise();
  }

  /** Whether a run was given back since the last {@link #forgetGivenBack}. */
  boolean anyGivenBack() {
    return anyGivenBack;
  }

  /** Takes what was given back out of what is held. By the loop. */
  void forgetGivenBack(RunTable held) {
    synchronized (givenBack) {
      for (ClaimedRun run : givenBack) {
        held.remove(run.id(), run.attempt());
      }
      givenBack.clear();
      anyGivenBack = false;
    }
  }

  /** Has a run skipped, should it wait for a thread. */
  void cancelWaiting(long runId) {
    cancelled.add(runId);
    loop.raise(); // which forgets it when it turns out not to be here
  }

  /** Whether a run that a thread has taken is to be skipped; true once. */
  boolean isCancelled(long runId) {
    return cancelled.remove(runId, 0);
  }

  /**
   * Says of all that is held that a lease was over meanwhile: others may have it by now, whatever
   * lease comes next, and a thread that has taken one of these attempts is not to begin it. By the
   * loop.
   */
  void forfeit(RunTable held) {
    forfeited.addAll(held);
  }

  /** Whether a run that a thread has taken may be somebody else's by now. */
  boolean isForfeited(ClaimedRun run) {
    return forfeited.remove(run.id(), run.attempt());
  }

  /** Forgets what was cancelled or forfeited and is not held. By the loop. */
  void forgetMarks(RunTable held) {
    cancelled.retain(held);
    forfeited.retain(held);
  }

  /** Stops a run that is executed here; false if none of that id is. */
  boolean stop(long runId, RunSlot.Stop why) {
    for (RunSlot slot : slots) {
      if (slot.stop(runId, why)) {
        return true;
      }
    }
    return false;
  }

  /** Stops whatever is executed now, so that it runs again elsewhere. */
  void stopAll() {
    for (RunSlot slot : slots) {
      slot.stopAny(RunSlot.Stop.GIVE_BACK);
    }
  }

  RunSlot[] slots() {
    return slots;
  }

  /** How many threads execute a run now. */
  int busy() {
    int busy = 0;
    for (RunSlot slot : slots) {
      busy += slot.isBusy() ? 1 : 0;
    }
    return busy;
  }

  /** Waits for every thread to end; false if one has not by then. An interrupt ends the wait. */
  boolean join(long deadlineNanos) throws InterruptedException {
    for (Thread thread : threads) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
      thread.join(Math.max(1, left));
      if (thread.isAlive()) {
        return false;
      }
    }
    return true;
  }

  /** Runs that others have marked for the threads; while there are none, to look costs a flag. */
  private static final class Marks {
    private final RunTable runs = new RunTable();
    private volatile boolean any;

    synchronized void add(long runId) {
      runs.add(runId, 0);
      any = true;
    }

    synchronized void addAll(RunTable others) {
      runs.addAll(others);
      any = runs.size() > 0;
    }

    boolean remove(long runId, int attempt) {
      if (!any) {
        return false;
      }
      synchronized (this) {
        return runs.remove(runId, attempt);
      }
    }

    void retain(RunTable others) {
      if (any) {
        synchronized (this) {
          runs.retain(others);
          any = runs.size() > 0;
        }
      }
    }
  }
}
