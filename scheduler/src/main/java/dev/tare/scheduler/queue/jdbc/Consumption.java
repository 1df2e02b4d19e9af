package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.error.MessageFormatException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call to consume: a statement, and another one for each time that it met dead messages. */
final class Consumption {
  private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
  private static final Comparator<JdbcDelivery> OLDEST_FIRST =
      Comparator.comparingLong(JdbcDelivery::id);

  private final QueueSql sql;
  private final QueueHandle queue;
  private final boolean dead;
  private final int most;
  private final long now;
  private final long until;

  /** How many messages became dead letters. */
  int died;

  private int skipped;

  Consumption(QueueSql sql, QueueHandle queue, boolean dead, QueueSettings settings, long now) {
    this.sql = sql;
    this.queue = queue;
    this.dead = dead;
    this.most = dead ? Integer.MAX_VALUE : settings.maxDeliveries();
    this.now = now;
    this.until = now + settings.visibilityTimeoutMillis();
  }

  /** Adds up to {@code max} deliveries; returns how many. */
  int run(Session session, int max, Collection<? super Delivery> into) throws SQLException {
    int delivered = 0;
    int passed;
    do {
      passed = died + skipped;
      delivered += once(session, max - delivered, into);
    } while (delivered < max && died + skipped > passed);
    return delivered;
  }

  private int once(Session session, int limit, Collection<? super Delivery> into)
      throws SQLException {
    PreparedStatement consume = session.prepare(sql.consume);
    consume.setInt(1, most);
    consume.setInt(2, most);
    consume.setLong(3, until);
    consume.setInt(4, most);
    consume.setLong(5, queue.id);
    consume.setBoolean(6, dead);
    consume.setLong(7, now);
    consume.setInt(8, limit);
    List<JdbcDelivery> batch = List.of(); // most polls find nothing
    @Nullable List<long[]> unreadable = null;
    try (ResultSet rows = consume.executeQuery()) {
      while (rows.next()) {
        if (batch.isEmpty()) {
          batch = new ArrayList<>(Math.min(limit, 64));
        }
        long id = rows.getLong(1);
        int deliveries = rows.getInt(2);
        byte[] body = rows.getBytes(3);
        if (body == null) {
          died++;
        } else if (!decode(id, deliveries, body, batch)) {
          unreadable = unreadable == null ? new ArrayList<>() : unreadable;
          unreadable.add(new long[] {id, deliveries});
        }
      }
    }
    if (unreadable != null) {
      pass(session, unreadable);
    }
    if (batch.size() > 1) {
      batch.sort(OLDEST_FIRST); // what an update returns comes in no order
    }
    into.addAll(batch);
    return batch.size();
  }

  private boolean decode(long id, int deliveries, byte[] body, List<JdbcDelivery> batch) {
    try {
      Message message = MessageCodec.decode(body, deliveries - 1);
      batch.add(new JdbcDelivery(message, queue, dead, id, deliveries, until));
      return true;
    } catch (MessageFormatException e) {
      LOG.warn("row {} of queue {} can not be read: {}", id, queue.name, e.getMessage());
      return false;
    }
  }

  /**
   * Makes what can not be read dead letters, so that it keeps nobody from what is behind it. Those
   * that are dead already stay hidden for their time: another version may read them.
   */
  private void pass(Session session, List<long[]> unreadable) throws SQLException {
    for (long[] row : unreadable) {
      if (dead) {
        skipped++;
      } else {
        PreparedStatement bury = session.prepare(sql.bury);
        bury.setLong(1, row[0]);
        bury.setInt(2, (int) row[1]);
        bury.setLong(3, until);
        died += bury.executeUpdate();
      }
    }
  }
}
