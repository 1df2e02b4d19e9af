package dev.tare.scheduler.store.connection;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection for the time of one operation. Used by one thread, closed by it. */
public interface Session extends AutoCloseable {

  /** The statement, ready to bind; do not close it. */
  PreparedStatement prepare(Sql sql) throws SQLException;

  /** Begins a transaction; without one, each statement is its own. */
  void begin() throws SQLException;

  /** Ends it. */
  void commit() throws SQLException;

  /** Ends it without a change. */
  void rollback() throws SQLException;

  /**
   * Says that the operation failed: an open transaction is rolled back, and a connection that may
   * be broken is not used again. Does not throw.
   */
  void fail(SQLException cause);

  /** Gives the connection back. Does not throw. */
  @Override
  void close();
}
