package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A filter as parameters: which statement takes it, and in what words its pattern. */
record TaskFilterBinding(TaskFilter filter, Dialect dialect) {

  /** Bits for what is given: status (1), type (2), pattern (4). */
  int mask() {
    return (filter.status() == null ? 0 : 1)
        | (filter.taskType() == null ? 0 : 2)
        | (filter.namePattern() == null ? 0 : 4);
  }

  /** Binds what is given; returns the next index. */
  int bind(PreparedStatement statement) throws SQLException {
    int next = 1;
    if (filter.status() != null) {
      statement.setInt(next++, filter.status().code());
    }
    if (filter.taskType() != null) {
      statement.setString(next++, filter.taskType());
    }
    if (filter.namePattern() != null) {
      statement.setString(next++, pattern(filter.namePattern()));
    }
    return next;
  }

  /** LIKE in PostgreSQL; GLOB in SQLite, whose LIKE does not tell capitals. */
  private String pattern(String text) {
    StringBuilder pattern = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (dialect == Dialect.POSTGRESQL) {
        if (c == '%' || c == '_' || c == '\\') {
          pattern.append('\\');
        }
        pattern.append(c == '*' ? '%' : c);
      } else if (c == '?' || c == '[') {
        pattern.append('[').append(c).append(']');
      } else {
        pattern.append(c);
      }
    }
    return pattern.toString();
  }
}
