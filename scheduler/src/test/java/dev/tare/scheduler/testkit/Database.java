package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A real database for tests and benchmarks, at the schema of this version, durable as in
 * production: fsync and synchronous_commit are on. One server a specification and JVM, started when
 * it is first asked for and stopped with the JVM.
 *
 * <p>What a URL names is treated with care: PostgreSQL gets a schema of its own there, and a SQLite
 * file must not exist yet.
 *
 * @param dialect its SQL
 * @param url where to connect, with user and password; never to be printed
 * @param description what it is, such as {@code embedded PostgreSQL 17.9}; safe to print
 */
public record Database(Dialect dialect, String url, String description) {

  /**
   * The database of a specification: {@code sqlite}, {@code testcontainers}, {@code embedded},
   * {@code postgres} (a container where a Docker engine answers, otherwise embedded), or a JDBC
   * URL.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Database of(String specification) {
    return Databases.start(specification);
  }

  /**
   * The dialect that the database of a specification speaks; starts nothing.
   *
   * @throws IllegalArgumentException if it is none of those that {@link #of} takes
   */
  public static Dialect dialectOf(String specification) {
    return Databases.dialectOf(specification);
  }

  /** Makes physical connections, one a call. */
  public DataSource dataSource() {
    return DataSources.physical(url);
  }

  /** Leaves every table of the schema empty, identities at their start. */
  public Database empty() {
    try (Connection connection = dataSource().getConnection()) {
      Tables.empty(connection, dialect);
    } catch (SQLException e) {
      throw new IllegalStateException("can not empty " + description, e);
    }
    return this;
  }

  @Override
  public String toString() {
    return description;
  }
}
