package dev.tare.scheduler.store.connection;

import dev.tare.scheduler.error.ValidationException;
import java.sql.Connection;
import java.sql.SQLException;

/** The two databases. */
public enum Dialect {
  /** Embedded, one process, write-ahead log. */
  SQLITE("sqlite", "jdbc:sqlite:"),
  /** Shared by many nodes. */
  POSTGRESQL("postgresql", "jdbc:postgresql:");

  private final String label;
  private final String urlPrefix;

  Dialect(String label, String urlPrefix) {
    this.label = label;
    this.urlPrefix = urlPrefix;
  }

  String urlPrefix() {
    return urlPrefix;
  }

  /** The dialect of a connection; what is not PostgreSQL is SQLite. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return product.equalsIgnoreCase(POSTGRESQL.label) ? POSTGRESQL : SQLITE;
  }

  /** The name in resource paths and parameters. */
  public String label() {
    return label;
  }

  /**
   * The dialect of a JDBC URL.
   *
   * @throws ValidationException if it is neither
   */
  public static Dialect ofUrl(String url) {
    for (Dialect dialect : values()) {
      if (url.startsWith(dialect.urlPrefix)) {
        return dialect;
      }
    }
    throw new ValidationException(
        "the database URL must begin with jdbc:sqlite: or jdbc:postgresql:");
  }
}
