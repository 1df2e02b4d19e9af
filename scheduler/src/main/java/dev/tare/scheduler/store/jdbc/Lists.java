package dev.tare.scheduler.store.jdbc;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** A list as one parameter: an array in PostgreSQL, a JSON text in SQLite. */
public enum Lists {
  /** {@code json_each(?)}. */
  SQLITE {
    @Override
    public String in(String column) {
      return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public String each(String textColumn) {
      return "json_each(" + textColumn + ")";
    }

    @Override
    public void bind(PreparedStatement statement, int index, Ids ids) throws SQLException {
      statement.setString(index, ids.toString());
    }

    @Override
    public void bind(PreparedStatement statement, int index, TypeSet types) throws SQLException {
      statement.setString(index, types.toString());
    }

    @Override
    public void bind(PreparedStatement statement, int index, Collection<String> texts)
        throws SQLException {
      StringBuilder json = new StringBuilder("[");
      for (String text : texts) {
        json.append(json.length() == 1 ? "\"" : ",\"");
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
      }
      statement.setString(index, json.append(']').toString());
    }
  },
  /** {@code ANY(?)}. */
  POSTGRESQL {
    @Override
    public String in(String column) {
      return column + " = ANY(?)";
    }

    @Override
    public String each(String textColumn) {
      return "LATERAL (SELECT CAST(text AS BIGINT) AS value"
          + " FROM json_array_elements_text(CAST(" + textColumn + " AS JSON)) AS e(text))";
    }

    @Override
    public void bind(PreparedStatement statement, int index, Ids ids) throws SQLException {
      statement.setObject(index, ids.array());
    }

    @Override
    public void bind(PreparedStatement statement, int index, TypeSet types) throws SQLException {
      statement.setObject(index, types.ids());
    }

    @Override
    public void bind(PreparedStatement statement, int index, Collection<String> texts)
        throws SQLException {
      statement.setObject(index, texts.toArray(new String[0]));
    }
  };

  /** Those of a dialect. */
  public static Lists of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }

  /** The condition that a column is in the list of one parameter. */
  public abstract String in(String column);

  /** A table of the ids in a column of JSON text, whose one column is {@code value}. */
  public abstract String each(String textColumn);

  /** Binds ids to a parameter. */
  public abstract void bind(PreparedStatement statement, int index, Ids ids) throws SQLException;

  /** Binds the ids of types to a parameter. */
  public abstract void bind(PreparedStatement statement, int index, TypeSet types)
      throws SQLException;

  /** Binds texts to a parameter. */
  public abstract void bind(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException;
}
