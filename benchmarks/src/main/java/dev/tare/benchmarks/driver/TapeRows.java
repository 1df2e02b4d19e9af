package dev.tare.benchmarks.driver;

import java.sql.ResultSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result of a {@link TapePlayer}, read by the very calls that are on the tape. */
@SuppressWarnings("NullAway.Init") // set by load
abstract class TapeRows implements ResultSet {
  private String sql;
  private int updated;
  private Tape.Reading[] readings;
  private int next;

  final void load(Tape.Execution execution) {
    sql = execution.sql;
    updated = execution.updated();
    List<Tape.Reading> list = execution.readings();
    readings = list.toArray(new Tape.Reading[0]);
  }

  final void rewind(String asked) {
    if (!asked.equals(sql)) {
      throw new IllegalStateException("executed is " + asked + ", on the tape is " + sql);
    }
    next = 0;
  }

  final int updated() {
    return updated;
  }

  @Override
  public boolean next() {
    return (Boolean) value(null);
  }

  @Override
  public boolean wasNull() {
    return (Boolean) value(null);
  }

  @Override
  public long getLong(int column) {
    return (Long) value(column);
  }

  @Override
  public long getLong(String column) {
    return (Long) value(column);
  }

  @Override
  public int getInt(int column) {
    return (Integer) value(column);
  }

  @Override
  public int getInt(String column) {
    return (Integer) value(column);
  }

  @Override
  public boolean getBoolean(int column) {
    return (Boolean) value(column);
  }

  @Override
  public boolean getBoolean(String column) {
    return (Boolean) value(column);
  }

  @Override
  @SuppressWarnings("NullAway") // NULL is null in JDBC
  public String getString(int column) {
    return (String) reading(column).value();
  }

  @Override
  @SuppressWarnings("NullAway") // NULL is null in JDBC
  public String getString(String column) {
    return (String) reading(column).value();
  }

  @Override
  @SuppressWarnings("NullAway") // NULL is null in JDBC
  public byte[] getBytes(int column) {
    return (byte[]) reading(column).value();
  }

  @Override
  @SuppressWarnings("NullAway") // NULL is null in JDBC
  public byte[] getBytes(String column) {
    return (byte[]) reading(column).value();
  }

  @Override
  public void close() {}

  private Object value(@Nullable Object column) {
    return Objects.requireNonNull(reading(column).value());
  }

  private Object value(int column) {
    return Objects.requireNonNull(reading(column).value());
  }

  private Tape.Reading reading(@Nullable Object column) {
    Tape.Reading reading = readings[next++];
    if (!Objects.equals(reading.column(), column)) {
      throw differs(String.valueOf(column), reading);
    }
    return reading;
  }

  /** Without a box: what is asked for by number is compared as one. */
  private Tape.Reading reading(int column) {
    Tape.Reading reading = readings[next++];
    if (!(reading.column() instanceof Integer recorded) || recorded != column) {
      throw differs(Integer.toString(column), reading);
    }
    return reading;
  }

  private IllegalStateException differs(String column, Tape.Reading reading) {
    return new IllegalStateException(
        "read is column " + column + ", on the tape is " + reading.column() + ", of " + sql);
  }
}
