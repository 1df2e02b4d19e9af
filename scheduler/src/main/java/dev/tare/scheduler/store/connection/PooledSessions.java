package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a pool an operation, its statements kept prepared: for threads that come and go.
 */
public final class PooledSessions extends Sessions {
  private final DataSource pool;
  private final PoolStatements kept = new PoolStatements();
  private volatile @Nullable WriteTurn turn;

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
    Connection connection = pool.getConnection();
    try {
      return new PooledSession(connection, kept.of(connection), turn(connection));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private WriteTurn turn(Connection connection) throws SQLException {
    WriteTurn known = turn;
    if (known == null) {
      known = WriteTurn.of(connection);
      turn = known;
    }
    return known;
  }

  @Override
  public void close() {}

  private static final class PooledSession implements Session {
    private final Connection connection;
    private final @Nullable KeptStatements kept;
    private final WriteTurn turn;
    private boolean writing;

    PooledSession(Connection connection, @Nullable KeptStatements kept, WriteTurn turn) {
      this.connection = connection;
      this.kept = kept;
      this.turn = turn;
    }

    @Override
    public PreparedStatement prepare(Sql sql) throws SQLException {
      if (sql.isWriting()) {
        awaitTurn();
      }
      return kept == null
          ? connection.prepareStatement(sql.text()) // closed with its connection
          : kept.prepare(sql);
    }

    private void awaitTurn() throws SQLException {
      if (!writing) {
        turn.take();
        writing = true;
      }
    }

    @Override
    public void begin() throws SQLException {
      awaitTurn();
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
      if (kept != null) {
        kept.drop();
      }
      try {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        // Of a connection that is broken the pool hears by this, and does not lend it again.
        connection.setAutoCommit(true);
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }

    @Override
    public void close() {
      try {
        connection.close(); // rolls back what is open still, and then the next one may write
      } catch (SQLException e) {
        // the pool has noticed
      } finally {
        if (writing) {
          writing = false;
          turn.give();
        }
      }
    }
  }
}
