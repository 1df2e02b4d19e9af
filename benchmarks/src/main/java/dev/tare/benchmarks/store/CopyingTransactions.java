package dev.tare.benchmarks.store;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;

/**
 * A pooled connection an operation, with a transaction where it writes, and the operation's context
 * in what is thrown. Safe for any thread, as the pool is.
 */
public final class CopyingTransactions {
  private final DataSource pool;

  /** Over a pool of connections. */
  public CopyingTransactions(DataSource pool) {
    this.pool = pool;
  }

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T in(CopyingStatements statements) throws SQLException;
  }

  /** Reads: each statement is a transaction of its own. */
  public <T> T read(ErrorContext context, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.in(new CopyingStatements(connection));
    } catch (SQLException e) {
      throw failure(context, e);
    }
  }

  /** Writes, all or nothing. */
  public <T> T write(ErrorContext context, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(new CopyingStatements(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(context, e);
    }
  }

  private static RuntimeException failure(ErrorContext context, SQLException e) {
    if (isDuplicate(e)) {
      return new ConflictException(context + ": exists already");
    }
    return new StorageException(
        context + ": " + e.getMessage(), e instanceof SQLTransientException, e);
  }

  private static boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("UNIQUE constraint");
  }
}
