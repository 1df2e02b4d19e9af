package dev.tare.scheduler.store.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, prepared once each: the driver allocates nothing to make them
 * again, and PostgreSQL keeps its plan. For whoever has the connection, one thread at a time.
 */
final class KeptStatements {
  private final Connection connection;
  private @Nullable PreparedStatement[] statements = new PreparedStatement[32];

  KeptStatements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement prepare(Sql sql) throws SQLException {
    int number = sql.number();
    if (number >= statements.length) {
      statements = Arrays.copyOf(statements, 2 * number);
    }
    PreparedStatement statement = statements[number];
    if (statement == null) {
      statement = connection.prepareStatement(sql.text());
      statements[number] = statement;
    }
    return statement;
  }

  /** Closes them: after a failure one may be as broken as its connection. */
  void drop() {
    for (int i = 0; i < statements.length; i++) {
      PreparedStatement statement = statements[i];
      statements[i] = null;
      if (statement != null) {
        try {
          statement.close();
        } catch (SQLException e) {
          // gone with its connection
        }
      }
    }
  }
}
