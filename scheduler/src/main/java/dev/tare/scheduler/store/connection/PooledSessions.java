package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of a pool an operation: for threads that come and go. */
public final class PooledSessions extends Sessions {
  private final DataSource pool;

  /**
   * Takes connections from a pool, which keeps broken ones out by itself.
   *
   * @param pool stays the caller's: {@link #close} leaves it open
   */
  public PooledSessions(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Session open() throws SQLException {
    return new PooledSession(pool.getConnection());
  }

  @Override
  public void close() {}

  private record PooledSession(Connection connection) implements Session {

    @Override
    public PreparedStatement prepare(Sql sql) throws SQLException {
      return connection.prepareStatement(sql.text()); // closed with its connection
    }

    @Override
    public void begin() throws SQLException {
      connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
      connection.commit();
      connection.setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
      connection.rollback();
      connection.setAutoCommit(true);
    }

    @Override
    public void fail(SQLException cause) {
      try {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        // the pool has noticed
      }
    }
  }
}
