package dev.tare.benchmarks.db;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import org.jspecify.annotations.Nullable;

/** Chooses the database for a row's parameter {@code dialect}. */
public final class BenchmarkDatabase {
  /** Set by whoever starts the JVM: a specification as {@link Database#of} takes it. */
  private static final String SPECIFICATION = "tare.db";

  private BenchmarkDatabase() {}

  /** The same as {@link #of}; its tables are empty. */
  public static Database empty(String dialect) {
    return of(dialect).empty();
  }

  /**
   * The database that {@code tare.db} names if it speaks this dialect; otherwise SQLite, or the
   * first PostgreSQL that can be started here. Its server is in another JVM.
   *
   * @param dialect {@code sqlite} or {@code postgresql}
   */
  public static Database of(String dialect) {
    @Nullable String named = System.getProperty(SPECIFICATION);
    if (named != null && Database.dialectOf(named).label().equals(dialect)) {
      return DatabaseHost.of(named);
    }
    boolean sqlite = dialect.equals(Dialect.SQLITE.label());
    return DatabaseHost.of(sqlite ? "sqlite" : "postgres");
  }
}
