package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.store.connection.Session;
import java.sql.SQLException;
import java.util.List;

/** The operations on many messages at once, which is where the dialects part. */
interface QueueBatches {

  /**
   * Publishes all or none. Encodes before it begins to write, so that a message that can not be
   * encoded leaves nothing behind.
   *
   * @return how many were published: none if there is no such queue
   */
  int publish(Session session, long queue, List<Message> messages) throws SQLException;

  /** Acknowledges what is current; returns how many were. */
  int ack(Session session, List<JdbcDelivery> deliveries) throws SQLException;
}
