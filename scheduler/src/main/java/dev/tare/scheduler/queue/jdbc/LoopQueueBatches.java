package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * SQLite: the database is in this process, so a loop in one transaction has no round trips to save.
 */
final class LoopQueueBatches implements QueueBatches {
  private final QueueSql sql;

  LoopQueueBatches(QueueSql sql) {
    this.sql = sql;
  }

  @Override
  public int publish(Session session, long queue, List<Message> messages) throws SQLException {
    byte[][] encoded = new byte[messages.size()][];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = MessageCodec.encode(messages.get(i));
    }
    int published = 0;
    session.begin();
    PreparedStatement insert = session.prepare(sql.publish);
    for (byte[] body : encoded) {
      insert.setBytes(1, body);
      insert.setLong(2, queue);
      published += insert.executeUpdate();
    }
    session.commit();
    return published;
  }

  @Override
  public int ack(Session session, List<JdbcDelivery> deliveries) throws SQLException {
    int acknowledged = 0;
    session.begin();
    PreparedStatement delete = session.prepare(sql.ack);
    for (int i = 0; i < deliveries.size(); i++) {
      JdbcDelivery delivery = deliveries.get(i);
      delete.setLong(1, delivery.id());
      delete.setInt(2, delivery.deliveries());
      delete.setLong(3, delivery.visibleAt());
      acknowledged += delete.executeUpdate();
    }
    session.commit();
    return acknowledged;
  }
}
