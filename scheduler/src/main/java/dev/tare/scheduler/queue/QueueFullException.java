package dev.tare.scheduler.queue;

import dev.tare.scheduler.error.OverloadException;

/** A bounded queue had no room for as long as its publisher may wait; nothing was published. */
public final class QueueFullException extends OverloadException {
  private static final long serialVersionUID = 1L;

  /** The queue of this name holds {@code capacity} messages already. */
  public QueueFullException(String queue, int capacity, long waitedMillis) {
    super("queue " + queue + " is full: no room among " + capacity + " messages within "
        + waitedMillis + " ms; publish again later, add consumers, or raise its capacity");
  }
}
