package dev.tare.scheduler.listener;

import dev.tare.scheduler.error.MessageFormatException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages off a queue, in a thread of its own, and hands them on in batches. A batch is
 * acknowledged when it was dealt with. If that fails in a way that may pass, the same batch comes
 * again after a growing wait, and no other before it; if it fails for good, its messages become
 * dead letters. A message that can not be decoded becomes one at once.
 */
public final class QueuePump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePump.class);
  private static final long CLOSE_MILLIS = 10_000;

  private final MessageQueue queue;
  private final QueueName name;
  private final int batch;
  private final long pollNanos;
  private final Consumer<List<Message>> handler;
  private final Signal signal = new Signal();
  private final Backoff backoff;
  private final Thread thread;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private BooleanSupplier wanted = () -> true;
  private long longestPollNanos;
  private volatile boolean closed;

  /**
   * Does nothing before {@link #start}.
   *
   * @param settings how many messages a batch has at most, and how long to wait after failures
   * @param pollMillis how often an empty queue is asked again
   * @param handler deals with a batch, which is lent to it; to do it twice does no harm
   */
  public QueuePump(
      MessageQueue queue,
      QueueName name,
      ListenerSettings settings,
      long pollMillis,
      Consumer<List<Message>> handler) {
    this.queue = queue;
    this.name = name;
    this.batch = settings.batch();
    this.pollNanos = TimeUnit.MILLISECONDS.toNanos(pollMillis);
    this.longestPollNanos = pollNanos;
    this.handler = handler;
    this.backoff = new Backoff(settings.firstBackoffMillis(), settings.longestBackoffMillis());
    this.thread = new Thread(this::pump, "tare-queue-" + name);
    this.thread.setDaemon(true);
  }

  /** Unless it is woken, asks only while this holds; said before {@link #start}. */
  public QueuePump askingWhile(BooleanSupplier condition) {
    wanted = condition;
    return this;
  }

  /** Asks a queue that stays empty ever less often, down to this; said before {@link #start}. */
  public QueuePump slowingTo(long longestPollMillis) {
    longestPollNanos = Math.max(pollNanos, TimeUnit.MILLISECONDS.toNanos(longestPollMillis));
    return this;
  }

  /** Begins; call it once. */
  public void start() {
    thread.start();
  }

  /** Says that a message was published: the queue is asked at once. Safe from any thread. */
  public void wake() {
    signal.raise();
  }

  /**
   * Ends after the present batch, or within ten seconds in the middle of it: what was not
   * acknowledged is delivered again, to whoever consumes.
   */
  @Override
  public void close() {
    closed = true;
    signal.raise();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump() {
    boolean woken = true;
    long waitNanos = pollNanos;
    while (!closed) {
      try {
        boolean asks = deliveries.isEmpty() && (woken || wanted.getAsBoolean());
        if (asks) {
          queue.consume(name, batch, deliveries);
        }
        if (deliveries.isEmpty()) {
          woken = signal.await(waitNanos);
          waitNanos = woken || !asks ? pollNanos : Math.min(2 * waitNanos, longestPollNanos);
        } else {
          dealWithBatch();
          woken = true; // there may be more
          waitNanos = pollNanos;
        }
        backoff.succeed();
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private void dealWithBatch() {
    decode();
    try {
      if (!messages.isEmpty()) {
        handler.accept(messages);
      }
    } catch (RuntimeException e) {
      if (Rescue.isWorthRepeating(e)) {
        throw e;
      }
      LOG.error("{} messages of queue {} can not be dealt with", messages.size(), name, e);
      bury();
      return;
    }
    queue.ackAll(deliveries);
    deliveries.clear();
  }

  /** Fills the messages; what can not be decoded leaves the batch. */
  private void decode() {
    messages.clear();
    for (int i = 0; i < deliveries.size(); i++) {
      try {
        messages.add(deliveries.get(i).message());
      } catch (MessageFormatException e) {
        LOG.warn("a message of queue {} can not be decoded", name, e);
        queue.nack(deliveries.remove(i--), false);
      }
    }
  }

  private void bury() {
    while (!deliveries.isEmpty()) {
      queue.nack(deliveries.get(0), false);
      deliveries.remove(0);
    }
  }

  private void pause(RuntimeException failure) {
    if (!backoff.isFailing()) {
      LOG.warn("queue {} waits, with {} messages", name, deliveries.size(), failure);
    }
    long until = System.nanoTime() + backoff.nextNanos();
    long left;
    while (!closed && (left = until - System.nanoTime()) > 0) {
      signal.await(left);
    }
  }
}
