package dev.tare.scheduler.pool;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A lock-free stack of the numbers 0 to n − 1, all of them on it at first, 0 on top: the latest
 * that came back is the next to go, while it is in the caches.
 *
 * <p>Treiber's stack over an array instead of nodes, so that nothing is allocated. The top carries
 * a tag that every change raises: a top that was taken and put back meanwhile is a different one,
 * and the compare-and-set of whoever saw it before fails.
 */
final class SlotStack {
  static final int EMPTY = -1;

  private final AtomicLong top = new AtomicLong();
  private final int[] below;

  SlotStack(int size) {
    below = new int[size];
    for (int i = 0; i < size; i++) {
      below[i] = i + 1 < size ? i + 1 : EMPTY;
    }
  }

  /** The number on top, taken off; {@link #EMPTY} if there is none. */
  int pop() {
    while (true) {
      long seen = top.get();
      int slot = (int) seen;
      if (slot == EMPTY) {
        return EMPTY;
      }
      if (top.compareAndSet(seen, next(seen, below[slot]))) {
        return slot;
      }
    }
  }

  /** Puts a number back that was popped. */
  void push(int slot) {
    while (true) {
      long seen = top.get();
      below[slot] = (int) seen;
      if (top.compareAndSet(seen, next(seen, slot))) {
        return;
      }
    }
  }

  private static long next(long seen, int slot) {
    return (((seen >>> 32) + 1) << 32) | (slot & 0xffff_ffffL);
  }
}
