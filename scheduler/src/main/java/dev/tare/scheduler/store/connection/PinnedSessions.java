package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection for life, its statements kept prepared. An operation adds nothing to what the
 * driver allocates. Threads may share it and then take turns; a loop that has it for itself never
 * waits.
 *
 * <p>After a failure the connection is dropped, and the next operation opens a new one.
 */
public final class PinnedSessions extends Sessions {
  private final DataSource source;
  private final ReentrantLock lock = new ReentrantLock();
  private final Session session = new PinnedSession();

  private @Nullable Connection connection;
  private @Nullable PreparedStatement[] statements = new PreparedStatement[32];
  private WriteTurn turn = WriteTurn.NONE;
  private boolean writing;
  private boolean closed;

  /**
   * Opens its connection at the first operation.
   *
   * @param source makes physical connections; a pool's would be held for ever
   */
  public PinnedSessions(DataSource source) {
    this.source = source;
  }

  @Override
  public Session open() throws SQLException {
    lock.lock();
    if (closed) {
      lock.unlock();
      throw new SQLException("the connection has been closed for good", "08003");
    }
    return session;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      drop();
    } finally {
      lock.unlock();
    }
  }

  private void drop() {
    Connection dropped = connection;
    connection = null;
    Arrays.fill(statements, null);
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        // it was to be dropped anyway
      }
    }
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.getConnection();
      connection = open;
      turn = WriteTurn.of(open);
    }
    return open;
  }

  /** The view that the holder of the lock has. */
  private final class PinnedSession implements Session {

    @Override
    public PreparedStatement prepare(Sql sql) throws SQLException {
      int number = sql.number();
      if (number >= statements.length) {
        statements = Arrays.copyOf(statements, 2 * number);
      }
      PreparedStatement statement = statements[number];
      if (statement == null) {
        statement = connected().prepareStatement(sql.text());
        statements[number] = statement;
      }
      if (sql.isWriting()) {
        awaitTurn();
      }
      return statement;
    }

    private void awaitTurn() throws SQLException {
      if (!writing) {
        turn.take();
        writing = true;
      }
    }

    @Override
    public void begin() throws SQLException {
      Connection open = connected();
      awaitTurn();
      open.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
      connected().commit();
      connected().setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
      connected().rollback();
      connected().setAutoCommit(true);
    }

    @Override
    public void fail(SQLException cause) {
      drop(); // closing rolls back; a kept statement may be as broken as the connection
    }

    @Override
    public void close() {
      if (writing && lock.getHoldCount() == 1) {
        writing = false;
        turn.give();
      }
      lock.unlock();
    }
  }
}
