package dev.tare.benchmarks.peers;

import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What is said to the database between the measured parts, on connections that are not counted. */
final class Statements {

  private Statements() {}

  /** Executes each in a transaction of its own. */
  static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
