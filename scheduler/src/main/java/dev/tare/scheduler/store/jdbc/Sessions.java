package dev.tare.scheduler.store.jdbc;

import java.sql.SQLException;

/** Where a repository gets the connection for one operation. */
public abstract sealed class Sessions implements AutoCloseable
    permits PinnedSessions, PooledSessions {

  Sessions() {}

  /** Opens a session; waits until one is free. */
  abstract Session open() throws SQLException;

  /** Closes every connection. Operations after it fail. */
  @Override
  public abstract void close();
}
