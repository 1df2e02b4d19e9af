package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The kept statements of each connection of a pool. They belong to the connection under the pool's
 * proxy, which therefore does not close them with a borrower. As many as the pool has connections;
 * one that it has retired is forgotten when the next one is first seen. Safe for threads.
 */
final class PoolStatements {
  private final Map<Connection, KeptStatements> kept = new ConcurrentHashMap<>();

  /**
   * Those of the connection under this proxy, for the time that it is borrowed.
   *
   * @return null where a pool does not show what is under its proxies, or there is no pool
   */
  @Nullable
  KeptStatements of(Connection borrowed) throws SQLException {
    Connection physical = borrowed.unwrap(Connection.class);
    if (physical == borrowed) {
      return null;
    }
    KeptStatements known = kept.get(physical);
    if (known == null) {
      forgetClosed();
      known = new KeptStatements(physical);
      kept.put(physical, known);
    }
    return known;
  }

  private void forgetClosed() throws SQLException {
    Iterator<Connection> connections = kept.keySet().iterator();
    while (connections.hasNext()) {
      if (connections.next().isClosed()) {
        connections.remove();
      }
    }
  }

  /** How many connections are known. */
  int connections() {
    return kept.size();
  }
}
