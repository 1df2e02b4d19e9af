package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageBuffer;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.store.connection.Session;
import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a batch is one statement, one round trip. The messages are encoded one after the
 * other into a buffer that is kept, which goes to the server as one value and is cut up there: a
 * message has no array of its own on the way.
 */
final class ArrayQueueBatches implements QueueBatches {
  private static final int FIRST_BUFFER_BYTES = 64 << 10;
  private static final int LARGEST_KEPT_BYTES = 1 << 20;

  private final QueueSql sql;
  private final AtomicReference<@Nullable MessageBuffer> spare = new AtomicReference<>();

  ArrayQueueBatches(QueueSql sql) {
    this.sql = sql;
  }

  @Override
  public int publish(Session session, long queue, List<Message> messages) throws SQLException {
    MessageBuffer buffer = takeBuffer();
    int size = messages.size();
    int[] starts = new int[size];
    int[] lengths = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = buffer.length() + 1;
      lengths[i] = MessageCodec.encode(messages.get(i), buffer);
    }
    PreparedStatement insert = session.prepare(sql.publishAll);
    int bytes = buffer.length();
    insert.setBinaryStream(1, new ByteArrayInputStream(buffer.array(), 0, bytes), bytes);
    insert.setObject(2, starts);
    insert.setObject(3, lengths);
    insert.setLong(4, queue);
    int published = insert.executeUpdate();
    keep(buffer);
    return published;
  }

  @Override
  public int ack(Session session, List<JdbcDelivery> deliveries) throws SQLException {
    int size = deliveries.size();
    long[] ids = new long[size];
    int[] counts = new int[size];
    long[] instants = new long[size];
    for (int i = 0; i < size; i++) {
      JdbcDelivery delivery = deliveries.get(i);
      ids[i] = delivery.id();
      counts[i] = delivery.deliveries();
      instants[i] = delivery.visibleAt();
    }
    PreparedStatement delete = session.prepare(sql.ackAll);
    delete.setObject(1, ids);
    delete.setObject(2, counts);
    delete.setObject(3, instants);
    return delete.executeUpdate();
  }

  private MessageBuffer takeBuffer() {
    MessageBuffer kept = spare.getAndSet(null);
    if (kept == null) {
      return new MessageBuffer(FIRST_BUFFER_BYTES);
    }
    kept.clear();
    return kept;
  }

  private void keep(MessageBuffer buffer) {
    if (buffer.array().length <= LARGEST_KEPT_BYTES) {
      spare.set(buffer);
    }
  }
}
