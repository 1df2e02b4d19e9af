package dev.tare.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one operation, as a template library has them: prepared anew each time,
 * parameters as an array of objects, rows mapped into a list.
 *
 * <p>Its copies: every number is boxed, to stand among the parameters; the list that was filled row
 * by row is handed out as an unmodifiable copy.
 */
public record CopyingStatements(Connection connection) {

  /** Makes an object of the row on which a result set stands. */
  @FunctionalInterface
  public interface RowMapper<T> {
    /** Makes it. */
    T map(ResultSet row) throws SQLException;
  }

  /** Every row. */
  public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, parameters);
      try (ResultSet rows = select.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(mapper.map(rows));
        }
        return List.copyOf(list);
      }
    }
  }

  /** The first row. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
      throws SQLException {
    return query(sql, mapper, parameters).stream().findFirst();
  }

  /** The first column of the only row. */
  public Long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(sql, row -> row.getLong(1), parameters).orElseThrow();
  }

  /** How many rows were changed. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, parameters);
      return update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
