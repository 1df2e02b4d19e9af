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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shipped repositories over a database, with one connection or with a pool; whoever opens them
 * closes them.
 */
public final class JdbcStores implements AutoCloseable {
  private final Database database;
  private final String name;
  private final Runnable closing;
  private final Sessions sessions;

  private JdbcStores(Database database, String kind, Runnable closing, Sessions sessions) {
    this.database = database;
    this.name = database + ", " + kind;
    this.closing = closing;
    this.sessions = sessions;
  }

  /** Both dialects, and both kinds of sessions; each is opened when its turn comes. */
  static Stream<JdbcStores> ofEachKind() {
    return Stream.of("sqlite", "embedded")
        .flatMap(specification -> Stream.<Function<String, JdbcStores>>of(
                JdbcStores::pinned, JdbcStores::pooled)
            .map(kind -> kind.apply(specification)));
  }

  /** PostgreSQL in a container, with one connection. */
  static Stream<JdbcStores> inAContainer() {
    return Stream.of("testcontainers").map(JdbcStores::pinned);
  }

  /** Over the database of a specification, with one connection. */
  public static JdbcStores pinned(String specification) {
    Database database = Database.of(specification);
    PinnedSessions sessions = new PinnedSessions(DataSources.physical(database.url()));
    return new JdbcStores(database, "one connection", sessions::close, sessions);
  }

  /** Over the database of a specification, with a pool of four. */
  public static JdbcStores pooled(String specification) {
    Database database = Database.of(specification);
    HikariDataSource pool = DataSources.pooled(database.url(), 4);
    return new JdbcStores(database, "a pool", pool::close, new PooledSessions(pool));
  }

  /** Empties the database; then as {@link #stores}. */
  public Stores empty() {
    database.empty();
    return stores();
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

  @Override
  public String toString() {
    return name;
  }
}
