package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
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
  private static final String BY_KEY = "SET plan_cache_mode = force_generic_plan; SET jit = off;"
      + "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
  private static final String AS_BEFORE = "RESET plan_cache_mode; RESET jit;"
      + "RESET enable_seqscan; RESET enable_hashjoin; RESET enable_mergejoin";

  private final DataSource source;
  private final boolean byKey;
  private final ReentrantLock lock = new ReentrantLock();
  private final Session session = new PinnedSession();

  private @Nullable Connection connection;
  private @Nullable KeptStatements statements;
  private WriteTurn turn = WriteTurn.NONE;
  private boolean writing;
  private boolean closed;

  /**
   * For a worker's loop: PostgreSQL finds by key what it is sent. Opens its connection at the first
   * operation.
   *
   * @param source makes physical connections; a pool's would be held for ever
   */
  public PinnedSessions(DataSource source) {
    this(source, true);
  }

  private PinnedSessions(DataSource source, boolean byKey) {
    this.source = source;
    this.byKey = byKey;
  }

  /** The same for anybody: PostgreSQL plans as it does for others. */
  public static PinnedSessions planningAsUsual(DataSource source) {
    return new PinnedSessions(source, false);
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
      release();
      drop();
    } finally {
      lock.unlock();
    }
  }

  /** What was set for the loop is not left to a pool. */
  private void release() {
    if (connection != null) {
      try {
        setPlans(connection, AS_BEFORE);
      } catch (SQLException e) {
        // broken: nobody gets it next
      }
    }
  }

  private void drop() {
    Connection dropped = connection;
    connection = null;
    statements = null;
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        // it was to be dropped anyway
      }
    }
  }

  /**
   * How PostgreSQL plans. It would plan the first five executions of a statement for the values at
   * hand, and go by statistics that tell how large a table was a minute ago, or when the first plan
   * was made: by these no run is under way, or no run exists, and it reads all of {@code task_run}
   * to find the few. What a loop sends finds few rows of large tables by their keys, always: the
   * plan for any values goes by the indexes, and from key to key; there is nothing to compile.
   */
  private void setPlans(Connection connection, String setting) throws SQLException {
    if (byKey && Dialect.of(connection) == Dialect.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
  }

  private KeptStatements statements() throws SQLException {
    connected();
    return Objects.requireNonNull(statements);
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.getConnection();
      connection = open;
      turn = WriteTurn.of(open);
      statements = new KeptStatements(open);
      setPlans(open, BY_KEY);
    }
    return open;
  }

  /** The view that the holder of the lock has. */
  private final class PinnedSession implements Session {

    @Override
    public PreparedStatement prepare(Sql sql) throws SQLException {
      PreparedStatement statement = statements().prepare(sql);
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
