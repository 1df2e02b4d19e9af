package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties the tables of the schema, whichever the migrations have made. Tests do so before each of
 * them: nothing is synced, and only a table that has grown is truncated, which takes new files.
 */
final class Tables {
  /** Tables made by tools, not by a migration: Flyway's history and SQLite's own. */
  private static final String OURS =
      " NOT LIKE 'flyway%' AND name NOT LIKE 'sqlite%' ORDER BY name";

  private static final String HERE = " relnamespace = current_schema()::regnamespace";
  private static final int GROWN_BYTES = 64 << 10;

  private Tables() {}

  static void empty(Connection connection, Dialect dialect) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (dialect == Dialect.SQLITE) {
        statement.execute("PRAGMA synchronous = OFF"); // of this connection
      }
      connection.setAutoCommit(false);
      if (dialect == Dialect.POSTGRESQL) {
        statement.execute("SET LOCAL synchronous_commit = off");
        emptyPostgres(statement);
      } else {
        emptySqlite(statement);
      }
      connection.commit();
    }
  }

  private static void emptyPostgres(Statement statement) throws SQLException {
    String tables = "SELECT quote_ident(name) FROM (SELECT relname AS name,"
        + " pg_relation_size(oid) AS bytes FROM pg_class WHERE relkind = 'r' AND" + HERE
        + ") AS t WHERE bytes %s AND name" + OURS;
    for (String name : names(statement, tables.replace("%s", "BETWEEN 1 AND " + GROWN_BYTES))) {
      statement.execute("DELETE FROM " + name);
    }
    List<String> grown = names(statement, tables.replace("%s", "> " + GROWN_BYTES));
    if (!grown.isEmpty()) {
      statement.execute("TRUNCATE " + String.join(", ", grown) + " CASCADE");
    }
    statement.execute(
        "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND" + HERE);
  }

  private static void emptySqlite(Statement statement) throws SQLException {
    for (String name : names(
        statement,
        "SELECT '\"' || name || '\"' FROM sqlite_master WHERE type = 'table' AND name" + OURS)) {
      statement.execute("DELETE FROM " + name);
    }
  }

  private static List<String> names(Statement statement, String select) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
