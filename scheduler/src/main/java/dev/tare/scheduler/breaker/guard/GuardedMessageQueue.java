package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import java.util.Collection;
import java.util.List;

/** Message queues, behind a circuit breaker. */
public final class GuardedMessageQueue implements MessageQueue {
  private final MessageQueue queues;
  private final CircuitBreaker breaker;

  /** Over these queues; the breaker may be shared with whatever fails together with them. */
  public GuardedMessageQueue(MessageQueue queues, CircuitBreaker breaker) {
    this.queues = queues;
    this.breaker = breaker;
  }

  @Override
  public boolean create(QueueName queue) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.create(queue));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean delete(QueueName queue) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.delete(queue));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public void publish(QueueName queue, Message message) {
    long permit = breaker.acquire();
    try {
      queues.publish(queue, message);
      breaker.succeeded(permit);
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    long permit = breaker.acquire();
    try {
      queues.publishAll(queue, messages);
      breaker.succeeded(permit);
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.consume(queue, max, into));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean ack(Delivery delivery) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.ack(delivery));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.ackAll(deliveries));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.nack(delivery, requeue));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public long size(QueueName queue) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.size(queue));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }

  @Override
  public long purge(QueueName queue) {
    long permit = breaker.acquire();
    try {
      return breaker.succeeded(permit, queues.purge(queue));
    } catch (Throwable e) {
      breaker.failed(permit, e);
      throw e;
    }
  }
}
