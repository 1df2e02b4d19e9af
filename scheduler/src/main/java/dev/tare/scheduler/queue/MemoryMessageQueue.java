package dev.tare.scheduler.queue;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageCodec;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounded queues in the memory of one process; what they hold ends with it.
 *
 * <p>To publish, consume and acknowledge a message allocates its encoded array, its delivery and
 * what it decodes to. Timeouts are seen at the next {@link #consume}: there is no thread.
 */
public final class MemoryMessageQueue implements MessageQueue {
  private final QueueSettings settings;
  private final Clock clock;
  private final ConcurrentHashMap<QueueName, MemoryChannel> channels = new ConcurrentHashMap<>();

  /** Without queues. */
  public MemoryMessageQueue(QueueSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean create(QueueName queue) {
    queue.requireLive();
    return !channels.containsKey(queue)
        && channels.putIfAbsent(queue, MemoryChannel.withDeadLetters(queue, settings)) == null;
  }

  @Override
  public boolean delete(QueueName queue) {
    queue.requireLive();
    MemoryChannel removed = channels.remove(queue);
    if (removed == null) {
      return false;
    }
    removed.close();
    return true;
  }

  @Override
  public void publish(QueueName queue, Message message) {
    channel(queue.requireLive()).publish(MessageCodec.encode(message));
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    MemoryChannel channel = channel(queue.requireLive());
    int size = messages.size();
    settings.requireBatch(queue, size);
    byte[][] encoded = new byte[size][];
    for (int i = 0; i < size; i++) {
      encoded[i] = MessageCodec.encode(messages.get(i));
    }
    channel.publishAll(encoded);
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    if (max < 1) {
      throw new ValidationException("consume at most " + max + " messages: it must be 1 or more");
    }
    return channel(queue).consume(max, clock.millis(), into);
  }

  @Override
  public boolean ack(Delivery delivery) {
    MemoryDelivery handle = own(delivery);
    return handle.channel.ack(handle);
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    int acknowledged = 0;
    for (Delivery delivery : deliveries) {
      if (ack(delivery)) {
        acknowledged++;
      }
    }
    return acknowledged;
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    MemoryDelivery handle = own(delivery);
    return handle.channel.nack(handle, requeue, clock.millis());
  }

  @Override
  public long size(QueueName queue) {
    return channel(queue).size();
  }

  @Override
  public long purge(QueueName queue) {
    return channel(queue).purge();
  }

  private MemoryChannel channel(QueueName queue) {
    MemoryChannel channel = channels.get(queue.source());
    if (channel == null) {
      throw new NotFoundException("queue", queue.text());
    }
    return queue.isDeadLetters() ? channel.deadLetters() : channel;
  }

  private static MemoryDelivery own(Delivery delivery) {
    if (delivery instanceof MemoryDelivery own) {
      return own;
    }
    throw new IllegalArgumentException("a delivery of another kind of queue");
  }
}
