package dev.tare.benchmarks.queue;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueFullException;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: queues in memory as a careful team without a profiler keeps them, with JSON bodies
 * as they would go to a broker, and one lock.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>a map of fields and a text on the way to the encoded bytes, and the same on the way back:
 *       the object mapper;
 *   <li>payloads as Base64 text, made and read: binary in JSON;
 *   <li>an envelope for every change of a message's state, equal in all but a few fields, with its
 *       own copy of headers and body: the immutable message ({@code clone()}, then set);
 *   <li>the queue's name composed for every call: the routing key;
 *   <li>a text composed for each delivery: the receipt handle;
 *   <li>{@code Instant}, {@code Long} and {@code Optional} where numbers would do: the domain type;
 *   <li>lists collected and copied on their way to the caller: the immutable result.
 * </ul>
 */
public final class CopyingMessageQueue implements MessageQueue {
  private final QueueSettings settings;
  private final Clock clock;
  private final JsonMessages json = new JsonMessages();
  private final Map<String, CopyingChannel> channels = new HashMap<>();
  private long nextSequence; // from the clock on, so that no number comes twice after a restart

  /** Without queues. */
  public CopyingMessageQueue(QueueSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.nextSequence = clock.millis();
  }

  @Override
  public synchronized boolean create(QueueName queue) {
    requireLive(queue);
    if (channels.containsKey(key(queue))) {
      return false;
    }
    CopyingChannel dead = channel(null);
    channels.put(key(queue), channel(dead));
    channels.put(key(queue.deadLetters()), dead);
    return true;
  }

  @Override
  public synchronized boolean delete(QueueName queue) {
    requireLive(queue);
    CopyingChannel channel = channels.remove(key(queue));
    if (channel == null) {
      return false;
    }
    channels.remove(key(queue.deadLetters()));
    channel.delete();
    notifyAll();
    return true;
  }

  @Override
  public void publish(QueueName queue, Message message) {
    publishAll(queue, List.of(message));
  }

  @Override
  public synchronized void publishAll(QueueName queue, List<Message> messages) {
    requireLive(queue);
    CopyingChannel channel = find(queue);
    if (messages.size() > settings.capacity()) {
      throw new ValidationException(messages.size() + " messages at once: queue " + queue
          + " holds at most " + settings.capacity());
    }
    List<byte[]> bodies = messages.stream().map(json::encode).toList();
    awaitRoom(queue, channel, bodies.size());
    Map<String, String> headers = Map.of(
        "content-type", "application/json", "routing-key", key(queue), "x-delivery-count", "0");
    for (byte[] body : bodies) {
      channel.add(Envelope.of(nextSequence++, headers, body));
    }
  }

  @Override
  public synchronized int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    if (max < 1) {
      throw new ValidationException("consume at most " + max + " messages: it must be 1 or more");
    }
    CopyingChannel channel = find(queue);
    List<CopyingDelivery> deliveries = channel.take(max, clock.instant()).stream()
        .map(envelope -> new CopyingDelivery(
            String.valueOf(envelope.deliveryId()),
            channel,
            envelope.sequence(),
            json.decode(envelope.json(), envelope.deliveries() - 1)))
        .toList();
    into.addAll(new ArrayList<>(deliveries));
    notifyAll();
    return deliveries.size();
  }

  @Override
  public synchronized boolean ack(Delivery delivery) {
    CopyingDelivery own = own(delivery);
    boolean removed = own.channel().remove(own.sequence(), own.deliveryId());
    notifyAll();
    return removed;
  }

  @Override
  public synchronized int ackAll(Collection<? extends Delivery> deliveries) {
    return (int) deliveries.stream().filter(this::ack).count();
  }

  @Override
  public synchronized boolean nack(Delivery delivery, boolean requeue) {
    CopyingDelivery own = own(delivery);
    boolean given =
        own.channel().giveBack(own.sequence(), own.deliveryId(), requeue, clock.instant());
    notifyAll();
    return given;
  }

  @Override
  public synchronized long size(QueueName queue) {
    return find(queue).size();
  }

  @Override
  public synchronized long purge(QueueName queue) {
    int purged = find(queue).purge();
    notifyAll();
    return purged;
  }

  private void awaitRoom(QueueName queue, CopyingChannel channel, int count) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.publishWaitMillis());
    while (!channel.hasRoomFor(count)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw full(queue);
      }
      try {
        wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw full(queue);
      }
      if (channel.isDeleted()) {
        throw new NotFoundException("queue", queue.text());
      }
    }
  }

  private QueueFullException full(QueueName queue) {
    return new QueueFullException(queue.text(), settings.capacity(), settings.publishWaitMillis());
  }

  private CopyingChannel channel(@Nullable CopyingChannel dead) {
    return new CopyingChannel(
        settings.capacity(), settings.maxDeliveries(), settings.visibilityTimeoutMillis(), dead);
  }

  private CopyingChannel find(QueueName queue) {
    CopyingChannel channel = channels.get(key(queue));
    if (channel == null) {
      throw new NotFoundException("queue", queue.text());
    }
    return channel;
  }

  private static String key(QueueName queue) {
    return "queue:" + queue.text();
  }

  private static void requireLive(QueueName queue) {
    if (queue.isDeadLetters()) {
      throw new ValidationException(
          queue + " comes and goes with its queue, and is filled by it alone");
    }
  }

  private static CopyingDelivery own(Delivery delivery) {
    if (delivery instanceof CopyingDelivery own) {
      return own;
    }
    throw new IllegalArgumentException("a delivery of another kind of queue");
  }
}
