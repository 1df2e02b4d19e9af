package dev.tare.benchmarks.task;

import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.store.connection.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter as a condition and its parameters, as a query builder makes them: lists that grow, a
 * string joined of their parts, and a pattern escaped by replacing one character after the other.
 */
final class CopyingTaskFilter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  CopyingTaskFilter(TaskFilter filter, Dialect dialect) {
    if (filter.status() != null) {
      conditions.add("t.status = ?");
      parameters.add(filter.status().code());
    }
    if (filter.taskType() != null) {
      conditions.add("y.name = ?");
      parameters.add(filter.taskType());
    }
    if (filter.namePattern() != null) {
      conditions.add(dialect == Dialect.SQLITE ? "t.name GLOB ?" : "t.name LIKE ?");
      parameters.add(
          dialect == Dialect.SQLITE ? glob(filter.namePattern()) : like(filter.namePattern()));
    }
  }

  String condition() {
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  /** What the condition takes, and then these. */
  Object[] parameters(Object... more) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static String glob(String pattern) {
    return pattern.replace("[", "[[]").replace("?", "[?]");
  }

  private static String like(String pattern) {
    return pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("*", "%");
  }
}
