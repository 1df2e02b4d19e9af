package dev.tare.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.run.CopyingTaskRunRepository;
import dev.tare.benchmarks.task.CopyingTaskRepository;
import dev.tare.benchmarks.task.CopyingTaskTypes;
import dev.tare.benchmarks.worker.CopyingWorkerRepository;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import java.util.stream.Stream;

/** The copying repositories over a database, with a pool; whoever opens them closes them. */
public final class CopyingStores implements AutoCloseable {
  private final Database database;
  private final HikariDataSource pool;

  private CopyingStores(Database database) {
    this.database = database;
    this.pool = DataSources.pooled(database.url(), 4);
  }

  static Stream<CopyingStores> ofEachDialect() {
    return Stream.of("sqlite", "embedded").map(CopyingStores::over);
  }

  static Stream<CopyingStores> inAContainer() {
    return Stream.of("testcontainers").map(CopyingStores::over);
  }

  /** Over the database of a specification. */
  public static CopyingStores over(String specification) {
    return new CopyingStores(Database.of(specification));
  }

  /** Empties the database; then as {@link #stores}. */
  public Stores empty() {
    database.empty();
    return stores();
  }

  /** New repositories, which know nothing of what others have cached. */
  public Stores stores() {
    CopyingTaskTypes types = new CopyingTaskTypes(pool);
    return new Stores(
        new CopyingTaskRepository(pool, database.dialect(), types),
        new CopyingTaskRunRepository(pool, database.dialect()),
        new CopyingWorkerRepository(pool, database.dialect()),
        types);
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
