package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.Completion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring of ends of attempts, in the order in which they came. Many threads put, one takes.
 * What is taken stays until it is removed, so that a batch that was not written is not lost, and
 * counts as long as it is in memory.
 */
final class CompletionBuffer {
  private final @Nullable Completion[] ring;
  private final CompletionBatch shown;
  private final int batch;
  private final Signal taker;
  private int head;
  private volatile int size; // written under the lock
  private long oldestNanos;
  private boolean closed;

  /**
   * An empty one.
   *
   * @param capacity how many it holds
   * @param batch when it holds so many, the taker is woken
   */
  CompletionBuffer(int capacity, int batch, Signal taker) {
    this.ring = new @Nullable Completion[capacity];
    this.shown = new CompletionBatch(ring);
    this.batch = Math.min(batch, capacity);
    this.taker = taker;
  }

  /**
   * Puts one in, and waits while there is no room. An interrupt does not end the wait and is kept.
   *
   * @return false if the buffer was closed; then it was not put in
   */
  boolean put(Completion completion) {
    boolean interrupted = false;
    boolean put;
    synchronized (this) {
      while (size == ring.length && !closed) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      put = add(completion);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return put;
  }

  /** Puts one in if there is room now. */
  synchronized boolean offer(Completion completion) {
    return size < ring.length && add(completion);
  }

  private boolean add(Completion completion) {
    if (closed) {
      return false;
    }
    int end = head + size;
    ring[end < ring.length ? end : end - ring.length] = completion;
    int now = size + 1;
    size = now;
    if (now == 1) {
      oldestNanos = System.nanoTime();
    }
    if (now == 1 || now == batch) {
      taker.raise();
    }
    return true;
  }

  /** How many it holds; safe from any thread. */
  int size() {
    return size;
  }

  /** For how long the oldest has been here; 0 if there is none. */
  synchronized long ageNanos() {
    return size == 0 ? 0 : System.nanoTime() - oldestNanos;
  }

  /** Shows the oldest to the taker, at most {@code most}: the same list each time; they stay. */
  synchronized List<Completion> peek(int most) {
    shown.show(head, Math.min(most, size));
    return shown;
  }

  /** Drops the oldest {@code count}, which the taker has dealt with and does not look at again. */
  synchronized void remove(int count) {
    shown.show(head, 0);
    boolean full = size == ring.length;
    for (int i = 0; i < count; i++) {
      ring[head] = null;
      head = head + 1 == ring.length ? 0 : head + 1;
    }
    size -= count;
    oldestNanos = System.nanoTime(); // the next oldest has waited for no longer than one batch
    if (full && count > 0) {
      notifyAll();
    }
  }

  /** Lets nobody put or wait any more; what is here stays. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
