package dev.tare.scheduler.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;

/**
 * The shipped repositories over a database, with one connection or with a pool; whoever opens them
 * closes them.
 */
public final class JdbcStores implements AutoCloseable {
  private final Database database;
  private final Runnable closing;
  private final Sessions sessions;

  private JdbcStores(Database database, Runnable closing, Sessions sessions) {
    this.database = database;
    this.closing = closing;
    this.sessions = sessions;
  }

  /** Over the emptied database of a specification, with one connection. */
  public static JdbcStores pinned(String specification) {
    Database database = Database.of(specification).empty();
    PinnedSessions sessions = new PinnedSessions(DataSources.physical(database.url()));
    return new JdbcStores(database, sessions::close, sessions);
  }

  /** Over the emptied database of a specification, with a pool of four. */
  public static JdbcStores pooled(String specification) {
    Database database = Database.of(specification).empty();
    HikariDataSource pool = DataSources.pooled(database.url(), 4);
    return new JdbcStores(database, pool::close, new PooledSessions(pool));
  }

  /** New repositories, which know nothing of what others have cached. */
  public Stores stores() {
    JdbcTaskTypes types = new JdbcTaskTypes(sessions);
    return new Stores(
        new JdbcTaskRepository(sessions, database.dialect(), types),
        new JdbcTaskRunRepository(sessions, database.dialect()),
        new JdbcWorkerRepository(sessions, database.dialect()),
        types);
  }

  @Override
  public void close() {
    closing.run();
  }
}
