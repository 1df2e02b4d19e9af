package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Failures;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The queues themselves: made, found, counted, emptied, removed. What is found is remembered until
 * an operation notices that it is gone.
 */
final class QueueTable {
  /** What {@link #count} returns for a queue that is gone. */
  static final long GONE = -1;

  private final Sessions sessions;
  private final QueueSql sql;
  private final boolean shared;
  private final int capacity;
  private final Clock clock;
  private final ConcurrentHashMap<QueueName, QueueHandle> known = new ConcurrentHashMap<>();

  @FunctionalInterface
  private interface Work {
    long in(Session session) throws SQLException;
  }

  QueueTable(Sessions sessions, Dialect dialect, int capacity, Clock clock) {
    this.sessions = sessions;
    this.sql = QueueSql.of(dialect);
    this.shared = dialect == Dialect.POSTGRESQL;
    this.capacity = capacity;
    this.clock = clock;
  }

  Session open(String operation) {
    try {
      return sessions.open();
    } catch (SQLException e) {
      throw failure(e, operation, "(no connection)");
    }
  }

  static SchedulerException failure(SQLException e, String operation, Object subject) {
    return Failures.storage(e, operation, "message", subject);
  }

  /**
   * The queue of this name, or whose dead letters it names.
   *
   * @throws NotFoundException if there is none
   */
  QueueHandle handle(QueueName name) {
    QueueName queue = name.source();
    QueueHandle handle = known.get(queue);
    if (handle != null) {
      return handle;
    }
    long id = work("find", queue, session -> number(session, sql.find, queue.text()));
    if (id == GONE) {
      throw new NotFoundException("queue", name.text());
    }
    QueueHandle found = new QueueHandle(queue, id, capacity, clock.millis());
    QueueHandle other = known.putIfAbsent(queue, found);
    return other == null ? found : other;
  }

  /** It is gone; another of its name may be there. */
  void forget(QueueHandle handle) {
    known.remove(handle.name, handle);
  }

  boolean create(QueueName queue) {
    return work("create", queue, session -> number(session, sql.create, queue.text())) != GONE;
  }

  boolean delete(QueueName queue) {
    long deleted = work("delete", queue, session -> {
      session.begin();
      if (shared) {
        session.prepare(sql.lockPublishers).execute();
      }
      long id = number(session, sql.delete, queue.text());
      if (id != GONE) {
        PreparedStatement delete = session.prepare(sql.deleteMessages);
        delete.setLong(1, id);
        delete.executeUpdate();
      }
      session.commit();
      return id;
    });
    known.remove(queue);
    return deleted != GONE;
  }

  /** How many messages, or {@link #GONE}. */
  long count(QueueHandle handle, boolean dead) {
    return work("count", handle.name, session -> count(session, handle, dead));
  }

  long count(Session session, QueueHandle handle, boolean dead) throws SQLException {
    PreparedStatement select = session.prepare(sql.count);
    select.setLong(1, handle.id);
    select.setBoolean(2, dead);
    select.setLong(3, handle.id);
    return number(select);
  }

  boolean exists(Session session, QueueHandle handle) throws SQLException {
    PreparedStatement select = session.prepare(sql.exists);
    select.setLong(1, handle.id);
    return number(select) != GONE;
  }

  /** How many messages were removed, or {@link #GONE}. */
  long purge(QueueHandle handle, boolean dead) {
    return work("purge", handle.name, session -> {
      PreparedStatement delete = session.prepare(sql.purge);
      delete.setLong(1, handle.id);
      delete.setBoolean(2, dead);
      int purged = delete.executeUpdate();
      return purged > 0 || exists(session, handle) ? purged : GONE;
    });
  }

  private long work(String operation, QueueName queue, Work work) {
    Session session = open(operation);
    try {
      return work.in(session);
    } catch (SQLException e) {
      session.fail(e);
      throw failure(e, operation, queue);
    } finally {
      session.close();
    }
  }

  private static long number(Session session, Sql text, String name) throws SQLException {
    PreparedStatement statement = session.prepare(text);
    statement.setString(1, name);
    return number(statement);
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : GONE;
    }
  }
}
