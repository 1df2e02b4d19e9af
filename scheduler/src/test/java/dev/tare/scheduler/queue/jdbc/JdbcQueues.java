package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.testkit.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Queues over an empty database, by how it is reached; closes what it has opened. */
final class JdbcQueues implements AutoCloseable {
  private final List<Runnable> closings = new ArrayList<>();
  private final Database database;
  private final boolean pinned;

  JdbcQueues(String specification, boolean pinned) {
    this.database = Database.of(specification).empty();
    this.pinned = pinned;
  }

  MessageQueue open(QueueSettings settings, Clock clock) {
    return new JdbcMessageQueue(sessions(), database.dialect(), settings, clock);
  }

  Database database() {
    return database;
  }

  private Sessions sessions() {
    Sessions sessions;
    if (pinned) {
      sessions = new PinnedSessions(DataSources.physical(database.url()));
    } else {
      var pool = DataSources.pooled(database.url(), 6);
      closings.add(pool::close);
      sessions = new PooledSessions(pool);
    }
    closings.add(sessions::close);
    return sessions;
  }

  @Override
  public void close() {
    for (Runnable closing : closings) {
      closing.run();
    }
  }
}
