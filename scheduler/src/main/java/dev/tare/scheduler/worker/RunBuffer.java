package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.model.ClaimedRun;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs that were claimed and wait for a thread: a bounded ring, filled in batches by one thread and
 * emptied run by run by many. To take a run is one compare-and-set; a lock is taken only to sleep
 * and to wake. Allocates nothing.
 *
 * <p>A slot is written again only after the position of its run was passed, so a thread that reads
 * a slot that is being written loses its compare-and-set and drops what it read.
 */
final class RunBuffer {
  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(RunBuffer.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable ClaimedRun[] slots;
  private final int mask;
  private final Signal filler;
  private volatile long head;
  private volatile long tail;
  private volatile long lowAt = Long.MAX_VALUE;
  private volatile int idle;
  private volatile boolean closed;
  private long forgotten;

  /**
   * An empty one.
   *
   * @param capacity a power of two
   * @param filler raised when a thread finds nothing, and when the mark of {@link #wakeBelow} is
   *     passed
   */
  RunBuffer(int capacity, Signal filler) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(capacity + " is no power of two");
    }
    this.slots = new @Nullable ClaimedRun[capacity];
    this.mask = capacity - 1;
    this.filler = filler;
  }

  /** How many runs wait. */
  int size() {
    return (int) Math.max(0, tail - head);
  }

  /** How many runs were taken since the beginning. */
  long taken() {
    return head;
  }

  /** How many threads have nothing to do. */
  int idle() {
    return idle;
  }

  /** Adds runs, for which there is to be room. By the filling thread. */
  void publish(List<ClaimedRun> runs) {
    forgetTaken();
    int count = runs.size();
    long end = tail;
    if (end + count - head > slots.length) {
      throw new IllegalStateException("no room for " + count + " runs");
    }
    for (int i = 0; i < count; i++) {
      slots[(int) (end + i) & mask] = runs.get(i);
    }
    tail = end + count;
    if (idle > 0) {
      wake(count);
    }
  }

  private synchronized void wake(int count) {
    if (count >= idle) {
      notifyAll();
    } else {
      for (int i = 0; i < count; i++) {
        notify();
      }
    }
  }

  /** Lets go of the runs that were taken, which may be large. By the filling thread. */
  void forgetTaken() {
    long taken = head;
    while (forgotten < taken) {
      slots[(int) forgotten++ & mask] = null;
    }
  }

  /** Has the filler woken when fewer than so many runs wait. By the filling thread. */
  void wakeBelow(int waiting) {
    lowAt = waiting <= 0 ? Long.MAX_VALUE : tail - waiting + 1;
  }

  /** The next run, or null if none waits now. */
  @Nullable
  ClaimedRun poll() {
    while (true) {
      long at = head;
      if (at >= tail) {
        return null;
      }
      ClaimedRun run = slots[(int) at & mask];
      if (HEAD.compareAndSet(this, at, at + 1)) {
        if (at + 1 == lowAt) {
          filler.raise();
        }
        return run;
      }
    }
  }

  /** The next run; waits for one. Null once the buffer is closed, whatever is left in it. */
  @Nullable
  ClaimedRun take() {
    if (closed) {
      return null;
    }
    ClaimedRun run = poll();
    return run != null ? run : await();
  }

  private synchronized @Nullable ClaimedRun await() {
    idle++; // written before the tail is read again; the filler writes that before it reads this
    ClaimedRun run = closed ? null : poll();
    while (run == null && !closed) {
      filler.raise();
      try {
        wait();
      } catch (InterruptedException e) {
        // meant for a run that has ended: nobody stops a thread of the pool this way
      }
      run = closed ? null : poll();
    }
    idle--;
    return run;
  }

  /** Lets the threads end; what waits stays for {@link #poll}. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
