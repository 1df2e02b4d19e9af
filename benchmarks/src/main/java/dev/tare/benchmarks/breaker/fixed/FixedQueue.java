package dev.tare.benchmarks.breaker.fixed;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import java.util.Collection;
import java.util.List;

/**
 * Queues that answer at once, with the same values every time: what is measured is the guard alone.
 */
public final class FixedQueue implements MessageQueue {

  @Override
  public boolean create(QueueName queue) {
    return true;
  }

  @Override
  public boolean delete(QueueName queue) {
    return true;
  }

  @Override
  public void publish(QueueName queue, Message message) {
    // an answer of nothing
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    // an answer of nothing
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    return 1;
  }

  @Override
  public boolean ack(Delivery delivery) {
    return true;
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    return 1;
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    return true;
  }

  @Override
  public long size(QueueName queue) {
    return 1;
  }

  @Override
  public long purge(QueueName queue) {
    return 1;
  }
}
