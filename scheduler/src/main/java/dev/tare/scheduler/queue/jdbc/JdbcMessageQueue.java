package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueFullException;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues in a database, which any number of processes share: what was published survives them.
 *
 * <p>Publish, consume and acknowledge are one statement each. Messages of one publisher are
 * delivered in their order; those of several, in the order in which they were stored. Processes
 * that publish to one queue may exceed its capacity by a sixteenth each. That another process has
 * deleted a queue is noticed by a consumer within ten seconds, by a publisher at once.
 *
 * <p>A message that can not be read, as one of a later version, becomes a dead letter, and is not
 * delivered as one either.
 */
public final class JdbcMessageQueue implements MessageQueue {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcMessageQueue.class);
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  private final QueueSql sql;
  private final QueueBatches batches;
  private final QueueTable queues;
  private final QueueSettings settings;
  private final Clock clock;

  /** Over these sessions, in the dialect of their database. */
  public JdbcMessageQueue(Sessions sessions, Dialect dialect, QueueSettings settings, Clock clock) {
    this.sql = QueueSql.of(dialect);
    this.batches =
        dialect == Dialect.POSTGRESQL ? new ArrayQueueBatches(sql) : new LoopQueueBatches(sql);
    this.queues = new QueueTable(sessions, dialect, settings.capacity(), clock);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean create(QueueName queue) {
    return queues.create(queue.requireLive());
  }

  @Override
  public boolean delete(QueueName queue) {
    return queues.delete(queue.requireLive());
  }

  @Override
  public void publish(QueueName queue, Message message) {
    byte[] encoded = MessageCodec.encode(message);
    boolean published = false;
    while (!published) {
      QueueHandle handle = queues.handle(queue.requireLive());
      if (reserve(handle, 1)) {
        try {
          published = insert(handle, encoded);
        } finally {
          handle.room.settle(1);
        }
      }
      if (!published) {
        queues.forget(handle); // and find out whether there is another one of this name
      }
    }
  }

  private boolean insert(QueueHandle handle, byte[] encoded) {
    Session session = queues.open("publish");
    try {
      PreparedStatement insert = session.prepare(sql.publish);
      insert.setBytes(1, encoded);
      insert.setLong(2, handle.id);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "publish", handle.name);
    } finally {
      session.close();
    }
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    int size = messages.size();
    settings.requireBatch(queue.requireLive(), size);
    boolean published = size == 0;
    while (!published) {
      QueueHandle handle = queues.handle(queue);
      if (reserve(handle, size)) {
        try {
          published = insertAll(handle, messages);
        } finally {
          handle.room.settle(size);
        }
      }
      if (!published) {
        queues.forget(handle);
      }
    }
  }

  private boolean insertAll(QueueHandle handle, List<Message> messages) {
    Session session = queues.open("publishAll");
    try {
      return batches.publish(session, handle.id, messages) == messages.size();
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "publishAll", handle.name);
    } finally {
      session.close();
    }
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    if (max < 1) {
      throw new ValidationException("consume at most " + max + " messages: it must be 1 or more");
    }
    while (true) {
      QueueHandle handle = queues.handle(queue);
      int delivered = consume(handle, queue.isDeadLetters(), max, into);
      if (delivered != QueueTable.GONE) {
        return delivered;
      }
      queues.forget(handle);
    }
  }

  /** How many were delivered, or {@link QueueTable#GONE}. */
  private int consume(
      QueueHandle handle, boolean dead, int max, Collection<? super Delivery> into) {
    long now = clock.millis();
    Consumption consumption = new Consumption(sql, handle, dead, settings, now);
    Session session = queues.open("consume");
    try {
      int delivered = consumption.run(session, max, into);
      if (consumption.died > 0) {
        trim(session, handle, now);
      }
      if (delivered == 0 && !handle.isTrusted(now)) {
        if (!queues.exists(session, handle)) {
          return (int) QueueTable.GONE;
        }
        handle.trust(now);
      }
      return delivered;
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "consume", handle.name);
    } finally {
      session.close();
    }
  }

  @Override
  public boolean ack(Delivery delivery) {
    JdbcDelivery own = own(delivery);
    Session session = queues.open("ack");
    try {
      return change(session, sql.ack, own);
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "ack", own.id());
    } finally {
      session.close();
    }
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return 0;
    }
    List<JdbcDelivery> own = new ArrayList<>(deliveries.size());
    for (Delivery delivery : deliveries) {
      own.add(own(delivery));
    }
    Session session = queues.open("ackAll");
    try {
      return batches.ack(session, own);
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "ackAll", own.size() + " messages");
    } finally {
      session.close();
    }
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    JdbcDelivery own = own(delivery);
    boolean another = own.dead() || own.deliveries() < settings.maxDeliveries();
    Session session = queues.open("nack");
    try {
      if (requeue && another) {
        return change(session, sql.release, own);
      }
      if (own.dead()) {
        return change(session, sql.ack, own);
      }
      boolean buried = change(session, sql.bury, own);
      if (buried) {
        trim(session, own.queue(), clock.millis());
      }
      return buried;
    } catch (SQLException e) {
      session.fail(e);
      throw QueueTable.failure(e, "nack", own.id());
    } finally {
      session.close();
    }
  }

  @Override
  public long size(QueueName queue) {
    while (true) {
      QueueHandle handle = queues.handle(queue);
      long size = queues.count(handle, queue.isDeadLetters());
      if (size != QueueTable.GONE) {
        return size;
      }
      queues.forget(handle);
    }
  }

  @Override
  public long purge(QueueName queue) {
    while (true) {
      QueueHandle handle = queues.handle(queue);
      long purged = queues.purge(handle, queue.isDeadLetters());
      if (purged != QueueTable.GONE) {
        return purged;
      }
      queues.forget(handle);
    }
  }

  private static boolean change(Session session, Sql statement, JdbcDelivery delivery)
      throws SQLException {
    PreparedStatement change = session.prepare(statement);
    change.setLong(1, delivery.id());
    change.setInt(2, delivery.deliveries());
    change.setLong(3, delivery.visibleAt());
    return change.executeUpdate() == 1;
  }

  private void trim(Session session, QueueHandle handle, long now) throws SQLException {
    long excess = queues.count(session, handle, true) - settings.capacity();
    if (excess > 0) {
      PreparedStatement trim = session.prepare(sql.trim);
      trim.setLong(1, handle.id);
      trim.setLong(2, now);
      trim.setLong(3, excess);
      int dropped = trim.executeUpdate();
      LOG.warn(
          "queue {} is full: {} dead letters were dropped, oldest first",
          handle.name.deadLetters(),
          dropped);
    }
  }

  /** Waits for room; false if the queue is gone. */
  private boolean reserve(QueueHandle handle, int messages) {
    if (handle.room.take(messages)) {
      return true;
    }
    long waitNanos = TimeUnit.MILLISECONDS.toNanos(settings.publishWaitMillis());
    long deadline = System.nanoTime() + waitNanos;
    long pauseMillis = FIRST_PAUSE_MILLIS;
    while (true) {
      long since = handle.room.beginCount();
      long stored = queues.count(handle, false);
      if (stored == QueueTable.GONE) {
        return false;
      }
      handle.room.counted(stored, since, messages);
      if (handle.room.take(messages)) {
        return true;
      }
      long leftNanos = deadline - System.nanoTime();
      if (leftNanos <= 0) {
        throw full(handle);
      }
      pause(handle, Math.min(TimeUnit.MILLISECONDS.toNanos(pauseMillis), leftNanos));
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }
  }

  private void pause(QueueHandle handle, long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw full(handle);
    }
  }

  private QueueFullException full(QueueHandle handle) {
    return new QueueFullException(
        handle.name.text(), settings.capacity(), settings.publishWaitMillis());
  }

  private static JdbcDelivery own(Delivery delivery) {
    if (delivery instanceof JdbcDelivery own) {
      return own;
    }
    throw new IllegalArgumentException("a delivery of another kind of queue");
  }
}
