package dev.tare.benchmarks.queue;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueFullException;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The baseline: queues in a database as a careful team without a profiler keeps them, a transaction
 * an operation and a statement a message.
 *
 * <p>Its copies, and the idiom each stands for, besides those of {@link JsonMessages} and
 * {@link CopyingStatements}:
 *
 * <ul>
 *   <li>the messages selected into a list, then mapped into a second and copied into a third: rows,
 *       domain objects and the immutable result;
 *   <li>the queue looked up, and its messages counted, for every call: no state beside the tables;
 *   <li>{@code Instant}, {@code Optional} and boxed numbers where a number or null would do.
 * </ul>
 */
public final class CopyingJdbcMessageQueue implements MessageQueue {
  private static final long PAUSE_MILLIS = 5;
  private static final String LATEST = " WHERE id = ? AND deliveries = ? AND visible_at = ?";
  private static final String OLDEST = "SELECT id, deliveries, body FROM message"
      + " WHERE queue_id = ? AND dead = ? AND visible_at <= ? ORDER BY id LIMIT ?";

  private final CopyingTransactions transactions;
  private final String oldest;
  private final QueueSettings settings;
  private final Clock clock;
  private final JsonMessages json = new JsonMessages();

  /** A message's row. */
  @SuppressWarnings("ArrayRecordComponent") // rows are not compared
  private record Row(Long id, Integer deliveries, byte[] body) {}

  /** Over a pool of connections. */
  public CopyingJdbcMessageQueue(
      DataSource pool, Dialect dialect, QueueSettings settings, Clock clock) {
    this.transactions = new CopyingTransactions(pool);
    this.oldest = dialect == Dialect.POSTGRESQL ? OLDEST + " FOR UPDATE SKIP LOCKED" : OLDEST;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean create(QueueName queue) {
    queue.requireLive();
    return transactions.write(
        context("create", queue),
        statements -> statements.update(
                "INSERT INTO message_queue (name) VALUES (?) ON CONFLICT (name) DO NOTHING",
                queue.text())
            == 1);
  }

  @Override
  public boolean delete(QueueName queue) {
    queue.requireLive();
    return transactions.write(context("delete", queue), statements -> {
      Optional<Long> id = find(statements, queue);
      if (id.isPresent()) {
        statements.update("DELETE FROM message WHERE queue_id = ?", id.get());
        statements.update("DELETE FROM message_queue WHERE id = ?", id.get());
      }
      return id.isPresent();
    });
  }

  @Override
  public void publish(QueueName queue, Message message) {
    publishAll(queue, List.of(message));
  }

  @Override
  public void publishAll(QueueName queue, List<Message> messages) {
    settings.requireBatch(queue.requireLive(), messages.size());
    List<byte[]> bodies = messages.stream().map(json::encode).toList();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.publishWaitMillis());
    while (!insert(queue, bodies)) {
      if (System.nanoTime() - deadline >= 0) {
        throw full(queue);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw full(queue);
      }
    }
  }

  /** False if there is no room. */
  private boolean insert(QueueName queue, List<byte[]> bodies) {
    return transactions.write(context("publish", queue), statements -> {
      Long id = require(statements, queue);
      if (count(statements, id, false) + bodies.size() > settings.capacity()) {
        return false;
      }
      for (byte[] body : bodies) {
        statements.update("INSERT INTO message (queue_id, body) VALUES (?, ?)", id, body);
      }
      return true;
    });
  }

  @Override
  public int consume(QueueName queue, int max, Collection<? super Delivery> into) {
    if (max < 1) {
      throw new ValidationException("consume at most " + max + " messages: it must be 1 or more");
    }
    List<CopyingJdbcDelivery> deliveries = transactions.write(
        context("consume", queue), statements -> take(statements, queue, max, clock.instant()));
    into.addAll(new ArrayList<>(deliveries));
    return deliveries.size();
  }

  private List<CopyingJdbcDelivery> take(
      CopyingStatements statements, QueueName queue, int max, Instant now) throws SQLException {
    Long queueId = require(statements, queue);
    boolean dead = queue.isDeadLetters();
    List<CopyingJdbcDelivery> taken = new ArrayList<>();
    boolean buried = true;
    while (buried && taken.size() < max) {
      buried = false;
      List<Row> rows = statements.query(
          oldest,
          row -> new Row(row.getLong(1), row.getInt(2), row.getBytes(3)),
          queueId,
          dead,
          now.toEpochMilli(),
          max - taken.size());
      for (Row row : rows) {
        if (!dead && row.deliveries() >= settings.maxDeliveries()) {
          bury(statements, queueId, row.id(), now);
          buried = true;
        } else {
          taken.add(deliver(statements, queueId, dead, row, now));
        }
      }
    }
    return List.copyOf(taken);
  }

  private CopyingJdbcDelivery deliver(
      CopyingStatements statements, Long queueId, boolean dead, Row row, Instant now)
      throws SQLException {
    Instant until = now.plusMillis(settings.visibilityTimeoutMillis());
    int deliveries = row.deliveries() + 1;
    statements.update(
        "UPDATE message SET deliveries = ?, visible_at = ? WHERE id = ?",
        deliveries,
        until.toEpochMilli(),
        row.id());
    Message message = json.decode(row.body(), row.deliveries());
    return new CopyingJdbcDelivery(message, queueId, dead, row.id(), deliveries, until);
  }

  private void bury(CopyingStatements statements, Long queueId, Long id, Instant now)
      throws SQLException {
    statements.update("UPDATE message SET dead = ?, visible_at = 0 WHERE id = ?", true, id);
    long excess = count(statements, queueId, true) - settings.capacity();
    if (excess > 0) {
      statements.update(
          "DELETE FROM message WHERE id IN (SELECT id FROM message WHERE queue_id = ? AND dead = ?"
              + " AND visible_at <= ? ORDER BY id LIMIT ?)",
          queueId,
          true,
          now.toEpochMilli(),
          excess);
    }
  }

  @Override
  public boolean ack(Delivery delivery) {
    return ackAll(List.of(delivery)) == 1;
  }

  @Override
  public int ackAll(Collection<? extends Delivery> deliveries) {
    List<CopyingJdbcDelivery> own =
        deliveries.stream().map(CopyingJdbcMessageQueue::own).toList();
    return transactions.write(
        ErrorContext.of("message", "ack").with("deliveries", own.size()), statements -> {
          int acknowledged = 0;
          for (CopyingJdbcDelivery delivery : own) {
            acknowledged += change(statements, "DELETE FROM message", delivery) ? 1 : 0;
          }
          return acknowledged;
        });
  }

  @Override
  public boolean nack(Delivery delivery, boolean requeue) {
    CopyingJdbcDelivery own = own(delivery);
    boolean another = own.dead() || own.deliveries() < settings.maxDeliveries();
    return transactions.write(
        ErrorContext.of("message", "nack").with("id", own.id()), statements -> {
          if (own.dead() && !requeue) {
            return change(statements, "DELETE FROM message", own);
          }
          boolean given = change(statements, "UPDATE message SET visible_at = 0", own);
          if (given && !(requeue && another)) {
            bury(statements, own.queueId(), own.id(), clock.instant());
          }
          return given;
        });
  }

  @Override
  public long size(QueueName queue) {
    return transactions.read(
        context("size", queue),
        statements -> count(statements, require(statements, queue), queue.isDeadLetters()));
  }

  @Override
  public long purge(QueueName queue) {
    return transactions.<Integer>write(
        context("purge", queue),
        statements -> statements.update(
            "DELETE FROM message WHERE queue_id = ? AND dead = ?",
            require(statements, queue),
            queue.isDeadLetters()));
  }

  private QueueFullException full(QueueName queue) {
    return new QueueFullException(queue.text(), settings.capacity(), settings.publishWaitMillis());
  }

  private static boolean change(
      CopyingStatements statements, String change, CopyingJdbcDelivery delivery)
      throws SQLException {
    return statements.update(
            change + LATEST,
            delivery.id(),
            delivery.deliveries(),
            delivery.visibleAt().toEpochMilli())
        == 1;
  }

  private static Optional<Long> find(CopyingStatements statements, QueueName queue)
      throws SQLException {
    return statements.first(
        "SELECT id FROM message_queue WHERE name = ?",
        row -> row.getLong(1),
        queue.source().text());
  }

  private static Long require(CopyingStatements statements, QueueName queue) throws SQLException {
    return find(statements, queue).orElseThrow(() -> new NotFoundException("queue", queue.text()));
  }

  private static long count(CopyingStatements statements, Long queueId, boolean dead)
      throws SQLException {
    return statements.number(
        "SELECT count(*) FROM message WHERE queue_id = ? AND dead = ?", queueId, dead);
  }

  private static ErrorContext context(String operation, QueueName queue) {
    return ErrorContext.of("message", operation).with("queue", queue.text());
  }

  private static CopyingJdbcDelivery own(Delivery delivery) {
    if (delivery instanceof CopyingJdbcDelivery own) {
      return own;
    }
    throw new IllegalArgumentException("a delivery of another kind of queue");
  }
}
