package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A real database for tests and benchmarks, durable as in production: fsync and synchronous_commit
 * are on. One server a specification and JVM, started when it is first asked for and stopped with
 * the JVM.
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

  /** Brings it to the schema and leaves every table empty, identities at their start. */
  public Database empty() {
    DataSource source = dataSource();
    Migrations.apply(source, dialect);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (dialect == Dialect.POSTGRESQL) {
        statement.execute("TRUNCATE task, task_run RESTART IDENTITY");
      } else {
        statement.execute("DELETE FROM task_run");
        statement.execute("DELETE FROM task");
      }
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
