package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of the schema, whichever the migrations have made. */
final class Tables {
  /** Tables made by tools, not by a migration: Flyway's history and SQLite's own. */
  private static final String OURS =
      " NOT LIKE 'flyway%' AND name NOT LIKE 'sqlite%' ORDER BY name";

  private Tables() {}

  static void empty(Statement statement, Dialect dialect) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      String names = String.join(
          ", ",
          names(
              statement,
              "SELECT name FROM (SELECT tablename AS name FROM pg_tables"
                  + " WHERE schemaname = current_schema()) AS t WHERE name" + OURS));
      statement.execute("TRUNCATE " + names + " RESTART IDENTITY CASCADE");
    } else {
      for (String name :
          names(statement, "SELECT name FROM sqlite_master WHERE type = 'table' AND name" + OURS)) {
        statement.execute("DELETE FROM " + name);
      }
    }
  }

  private static List<String> names(Statement statement, String select) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        names.add('"' + rows.getString(1) + '"');
      }
    }
    return names;
  }
}
