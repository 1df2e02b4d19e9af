package dev.tare.benchmarks.driver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a real driver answered to the statements of one operation, in their order. Filled by a
 * {@link TapeRecorder}, then read by a {@link TapePlayer}.
 */
public final class Tape {
  private final List<Execution> executions = new ArrayList<>();

  /** How many statements were executed. */
  public int size() {
    return executions.size();
  }

  void add(Execution execution) {
    executions.add(execution);
  }

  Execution execution(int index) {
    return executions.get(index);
  }

  /**
   * One statement that was executed, and what was read of its result, call by call: of a query
   * whether there was a next row, and values as the driver returned them.
   */
  static final class Execution {
    final String sql;
    private final int updated;
    private final List<Reading> readings = new ArrayList<>();

    Execution(String sql, int updated) {
      this.sql = sql;
      this.updated = updated;
    }

    int updated() {
      return updated;
    }

    List<Reading> readings() {
      return readings;
    }
  }

  /**
   * One call of a result set.
   *
   * @param column the name or the number that was asked for; absent if none was
   * @param value what was returned
   */
  record Reading(@Nullable Object column, @Nullable Object value) {}
}
