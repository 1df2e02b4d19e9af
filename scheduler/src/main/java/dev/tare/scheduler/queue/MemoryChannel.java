package dev.tare.scheduler.queue;

import dev.tare.scheduler.error.NotFoundException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue in memory. A message is in one of three places: <em>fresh</em>, in the order of
 * publishing; <em>held</em> by a consumer, in the order of delivery, which is the order of their
 * deadlines as all have the same timeout; <em>back</em>, given up by a consumer, lowest sequence
 * first. What is back was fresh once, so it is older than everything that is fresh still, and goes
 * first.
 *
 * <p>One lock a queue, under which nothing is encoded or decoded. It is taken before the lock of
 * the dead letters, never the other way round.
 */
final class MemoryChannel {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryChannel.class);
  private static final int LOG_EVERY = 1000;

  private final QueueName name;
  private final QueueSettings settings;
  private final @Nullable MemoryChannel dead;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Slots slots = new Slots();
  private final SlotList fresh = new SlotList(slots);
  private final SlotList held = new SlotList(slots);
  private final SlotHeap back = new SlotHeap(slots);
  private int size;
  private long nextSequence;
  private int waiting;
  private long dropped;
  private boolean closed;

  private MemoryChannel(QueueName name, QueueSettings settings, @Nullable MemoryChannel dead) {
    this.name = name;
    this.settings = settings;
    this.dead = dead;
  }

  static MemoryChannel withDeadLetters(QueueName name, QueueSettings settings) {
    return new MemoryChannel(name, settings, new MemoryChannel(name.deadLetters(), settings, null));
  }

  MemoryChannel deadLetters() {
    return dead == null ? this : dead;
  }

  void publish(byte[] body) {
    lock.lock();
    try {
      awaitRoom(1);
      append(body);
    } finally {
      lock.unlock();
    }
  }

  void publishAll(byte[][] bodies) {
    lock.lock();
    try {
      awaitRoom(bodies.length);
      for (byte[] body : bodies) {
        append(body);
      }
    } finally {
      lock.unlock();
    }
  }

  int consume(int max, long now, Collection<? super Delivery> into) {
    lock.lock();
    try {
      requireOpen();
      expire(now);
      int delivered = 0;
      while (delivered < max) {
        int slot = nextReady();
        if (slot == Slots.NONE) {
          break;
        }
        if (dead != null && slots.deliveries[slot] >= settings.maxDeliveries()) {
          bury(slot, dead, now);
        } else {
          into.add(deliver(slot, now));
          delivered++;
        }
      }
      return delivered;
    } finally {
      lock.unlock();
    }
  }

  boolean ack(MemoryDelivery delivery) {
    lock.lock();
    try {
      boolean current = isCurrent(delivery);
      if (current) {
        detach(delivery.slot);
        free(delivery.slot);
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  boolean nack(MemoryDelivery delivery, boolean requeue, long now) {
    lock.lock();
    try {
      boolean current = isCurrent(delivery);
      if (current) {
        int slot = delivery.slot;
        detach(slot);
        boolean another = dead == null || slots.deliveries[slot] < settings.maxDeliveries();
        if (requeue && another) {
          slots.states[slot] = Slots.RETURNED;
          back.add(slot);
        } else if (dead == null) {
          free(slot);
        } else {
          bury(slot, dead, now);
        }
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      requireOpen();
      return size;
    } finally {
      lock.unlock();
    }
  }

  int purge() {
    lock.lock();
    try {
      requireOpen();
      return clear();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      clear();
    } finally {
      lock.unlock();
    }
    if (dead != null) {
      dead.close();
    }
  }

  /** Takes a dead letter in; the place that it needs is the oldest's that nobody holds. */
  private void accept(byte[] body, long sequence, int deliveries, long now) {
    lock.lock();
    try {
      expire(now);
      int slot = slots.take(body, sequence);
      slots.deliveries[slot] = deliveries;
      slots.states[slot] = Slots.RETURNED;
      back.add(slot);
      size++;
      if (size > settings.capacity()) {
        free(back.poll());
        if (dropped++ % LOG_EVERY == 0) {
          LOG.warn("queue {} is full: {} dead letters were dropped, oldest first", name, dropped);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void append(byte[] body) {
    int slot = slots.take(body, nextSequence++);
    slots.states[slot] = Slots.FRESH;
    fresh.append(slot);
    size++;
  }

  private MemoryDelivery deliver(int slot, long now) {
    int deliveries = ++slots.deliveries[slot];
    slots.states[slot] = Slots.HELD;
    slots.deadlines[slot] = now + settings.visibilityTimeoutMillis();
    held.append(slot);
    return new MemoryDelivery(this, slot, deliveries, slots.sequences[slot], slots.body(slot));
  }

  /** The message to deliver next, taken off its list, or {@link Slots#NONE}. */
  private int nextReady() {
    if (!back.isEmpty()) {
      return back.poll();
    }
    int slot = fresh.first();
    if (slot != Slots.NONE) {
      fresh.remove(slot);
    }
    return slot;
  }

  private void expire(long now) {
    int slot = held.first();
    while (slot != Slots.NONE && slots.deadlines[slot] <= now) {
      held.remove(slot);
      slots.states[slot] = Slots.EXPIRED;
      back.add(slot);
      slot = held.first();
    }
  }

  /** Gives a message up that is on no list. */
  private void bury(int slot, MemoryChannel grave, long now) {
    grave.accept(slots.body(slot), slots.sequences[slot], slots.deliveries[slot], now);
    free(slot);
  }

  private boolean isCurrent(MemoryDelivery delivery) {
    int slot = delivery.slot;
    byte state = slots.states[slot];
    return (state == Slots.HELD || state == Slots.EXPIRED)
        && slots.sequences[slot] == delivery.sequence
        && slots.deliveries[slot] == delivery.deliveries;
  }

  /** Takes a delivered message off its list. */
  private void detach(int slot) {
    if (slots.states[slot] == Slots.HELD) {
      held.remove(slot);
    } else {
      back.remove(slot);
    }
  }

  private void free(int slot) {
    slots.free(slot);
    size--;
    signalRoom();
  }

  private int clear() {
    int cleared = size;
    fresh.clear();
    held.clear();
    back.clear();
    slots.freeAll();
    size = 0;
    signalRoom();
    return cleared;
  }

  /** Wakes all who wait: one batch may need more room than there is while another would fit. */
  private void signalRoom() {
    if (waiting > 0) {
      room.signalAll();
    }
  }

  private void awaitRoom(int messages) {
    requireOpen();
    if (size + messages <= settings.capacity()) {
      return;
    }
    long nanos = TimeUnit.MILLISECONDS.toNanos(settings.publishWaitMillis());
    waiting++;
    try {
      while (size + messages > settings.capacity()) {
        if (nanos <= 0) {
          throw full();
        }
        nanos = room.awaitNanos(nanos);
        requireOpen();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw full();
    } finally {
      waiting--;
    }
  }

  private QueueFullException full() {
    return new QueueFullException(name.text(), settings.capacity(), settings.publishWaitMillis());
  }

  private void requireOpen() {
    if (closed) {
      throw new NotFoundException("queue", name.text());
    }
  }
}
