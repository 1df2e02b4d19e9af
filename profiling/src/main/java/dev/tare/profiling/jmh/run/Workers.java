package dev.tare.profiling.jmh.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** JMH's worker threads, which run the benchmarks. */
final class Workers {
  private static final String NAME = "-jmh-worker-";

  /** A worker that computes for so long does not come to wait: some benchmarks never let it. */
  private static final long MOST_CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** One that does not even get a processor is waited for longer: on a busy machine it may be. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** What a thread that waits for such a lock is blocked by. */
  private static final String LOCK = ReentrantLock.class.getName() + '$';

  private static final int SPINS = 1_000;
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Workers() {}

  /** Waits until each worker waits for its next task, and so allocates nothing more. */
  static void awaitIdle() {
    Thread[] threads = new Thread[2 * Thread.activeCount() + 8];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().contains(NAME)) {
        awaitIdle(threads[i]);
      }
    }
  }

  private static void awaitIdle(Thread worker) {
    for (int i = 0; i < SPINS && isBusy(worker); i++) {
      Thread.onSpinWait();
    }
    if (!isBusy(worker)) {
      return;
    }
    long deadline = System.nanoTime() + MOST_NANOS;
    long cpuLimit = cpuNanos(worker) + MOST_CPU_NANOS;
    while (isBusy(worker) && cpuNanos(worker) < cpuLimit && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS); // the worker may need this processor
    }
  }

  /** A worker that waits for a lock is on its way too: it allocates when it has got it. */
  static boolean isBusy(Thread worker) {
    return switch (worker.getState()) {
      case RUNNABLE, BLOCKED -> true;
      case WAITING, TIMED_WAITING -> {
        Object blocker = LockSupport.getBlocker(worker);
        yield blocker != null && blocker.getClass().getName().startsWith(LOCK);
      }
      case NEW, TERMINATED -> false;
    };
  }

  private static long cpuNanos(Thread worker) {
    return THREADS.getThreadCpuTime(worker.getId());
  }
}
