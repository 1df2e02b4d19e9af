package dev.tare.scheduler.store.connection;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version; the scripts also stand as plain SQL. */
public final class Migrations {

  private Migrations() {}

  /** Applies what is missing; safe to call from several nodes at once. */
  public static void apply(DataSource source, Dialect dialect) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + dialect.label())
        .load()
        .migrate();
  }
}
