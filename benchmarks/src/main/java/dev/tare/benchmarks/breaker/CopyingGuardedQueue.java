package dev.tare.benchmarks.breaker;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import java.util.Collection;
import java.util.List;

/** The baseline of the queues behind a breaker; see {@link CopyingBreaker} for its copies. */
final class CopyingGuardedQueue implements MessageQueue {
  private final MessageQueue queues;
  private final CopyingBreaker breaker;

  CopyingGuardedQueue(MessageQueue queues, CopyingBreaker breaker) {
    this.queues = queues;
    this.breaker = breaker;
  }

  @Override
  public boolean create(QueueName queue) {
    return breaker.execute("queue", "create", () -> queues.create(queue));
  }

  @Override
  public boolean delete(QueueName queue) {
    return breaker.execute("queue", "delete", () -> queues.delete(queue));
  }

  @Override
  public void publish(QueueName queue, Message message) {
    breaker.execute("queue", "publish", () -> {
      queues.publish(queue, message);
      return null;
    });
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    List<Message> own = List.copyOf(messages);
    breaker.execute("queue", "publishAll", () -> {
      queues.publishAll(queue, own);
      return null;
    });
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    return breaker.execute("queue", "consume", () -> queues.consume(queue, max, into));
  }

  @Override
  public boolean ack(Delivery delivery) {
    return breaker.execute("queue", "ack", () -> queues.ack(delivery));
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    List<Delivery> own = List.copyOf(deliveries);
    return breaker.execute("queue", "ackAll", () -> queues.ackAll(own));
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    return breaker.execute("queue", "nack", () -> queues.nack(delivery, requeue));
  }

  @Override
  public long size(QueueName queue) {
    return breaker.execute("queue", "size", () -> queues.size(queue));
  }

  @Override
  public long purge(QueueName queue) {
    return breaker.execute("queue", "purge", () -> queues.purge(queue));
  }
}
