package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations on one table, a session each. For what is asked now and then: what a loop does with
 * every run opens its session itself.
 */
public final class Table {
  private final Sessions sessions;
  private final String name;

  /** A table by its name, which errors tell. */
  public Table(Sessions sessions, String name) {
    this.sessions = sessions;
    this.name = name;
  }

  /** Binds the parameters of a statement. */
  @FunctionalInterface
  public interface Binding {
    /** Binds them all. */
    void to(PreparedStatement statement) throws SQLException;
  }

  /** Reads the row on which a result set stands. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads it. */
    T read(ResultSet rows) throws SQLException;
  }

  /** What is done in a session. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T in(Session session) throws SQLException;
  }

  /**
   * Works in a session of its own.
   *
   * @param subject what it is about, for the error
   * @throws dev.tare.scheduler.error.StorageException if the database fails
   */
  public <T> T work(String operation, Object subject, Work<T> work) {
    Session session = open(operation);
    try {
      return work.in(session);
    } catch (SQLException e) {
      session.fail(e);
      throw failure(e, operation, subject);
    } finally {
      session.close();
    }
  }

  /**
   * Works in a session and a transaction of its own. What an error of the scheduler's own gives up
   * is rolled back.
   *
   * @param subject what it is about, for the error
   * @throws dev.tare.scheduler.error.StorageException if the database fails
   */
  public <T> T transaction(String operation, Object subject, Work<T> work) {
    return work(operation, subject, session -> {
      session.begin();
      T result;
      try {
        result = work.in(session);
      } catch (SchedulerException e) {
        session.rollback();
        throw e;
      }
      session.commit();
      return result;
    });
  }

  /** Reads every row. */
  public <T> List<T> list(String operation, Object subject, Sql sql, Binding binding, Row<T> row) {
    return work(operation, subject, session -> list(session, sql, binding, row));
  }

  /** The first row. */
  public <T> Optional<T> first(
      String operation, Object subject, Sql sql, Binding binding, Row<T> row) {
    return work(operation, subject, session -> first(session, sql, binding, row));
  }

  /** The first column of the only row. */
  public long number(String operation, Object subject, Sql sql, Binding binding) {
    return work(operation, subject, session -> number(session, sql, binding));
  }

  /** Updates; how many rows. */
  public int update(String operation, Object subject, Sql sql, Binding binding) {
    return work(operation, subject, session -> update(session, sql, binding));
  }

  /** Reads every row in a session that is open. */
  public static <T> List<T> list(Session session, Sql sql, Binding binding, Row<T> row)
      throws SQLException {
    PreparedStatement select = session.prepare(sql);
    binding.to(select);
    return rows(select, row);
  }

  /** Reads every row of a statement that is bound. */
  public static <T> List<T> rows(PreparedStatement select, Row<T> row) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(row.read(rows));
      }
      return list;
    }
  }

  /** The first row, in a session that is open. */
  public static <T> Optional<T> first(Session session, Sql sql, Binding binding, Row<T> row)
      throws SQLException {
    PreparedStatement select = session.prepare(sql);
    binding.to(select);
    try (ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /** The first column of the only row, in a session that is open. */
  public static long number(Session session, Sql sql, Binding binding) throws SQLException {
    PreparedStatement select = session.prepare(sql);
    binding.to(select);
    try (ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Updates in a session that is open; how many rows. */
  public static int update(Session session, Sql sql, Binding binding) throws SQLException {
    PreparedStatement update = session.prepare(sql);
    binding.to(update);
    return update.executeUpdate();
  }

  /**
   * Opens a session.
   *
   * @throws dev.tare.scheduler.error.StorageException if there is none to be had
   */
  public Session open(String operation) {
    try {
      return sessions.open();
    } catch (SQLException e) {
      throw failure(e, operation, "(no connection)");
    }
  }

  /** What to throw for a failed operation on this table, with what it was about. */
  public SchedulerException failure(SQLException e, String operation, Object subject) {
    return Failures.storage(e, operation, name, subject);
  }
}
