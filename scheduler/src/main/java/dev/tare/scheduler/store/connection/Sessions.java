package dev.tare.scheduler.store.connection;

import java.sql.SQLException;

/** Where a repository gets the connection for one operation. */
public abstract sealed class Sessions implements AutoCloseable
    permits PinnedSessions, PooledSessions {

  Sessions() {}

  /**
   * Opens a session; waits until one is free.
   *
   * @throws SQLException if the database can not be reached
   */
  public abstract Session open() throws SQLException;

  /** Closes every connection. Operations after it fail. */
  @Override
  public abstract void close();
}
