package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The graph of dependencies, kept whole as {@link CopyingTaskRepository} does it: the graph is read
 * into a map of lists, and searched from there.
 */
final class CopyingTaskGraph {
  private final CopyingTaskTable table;
  private final Dialect dialect;

  CopyingTaskGraph(CopyingTaskTable table, Dialect dialect) {
    this.table = table;
    this.dialect = dialect;
  }

  /** One transaction at a time changes the graph; SQLite has one writer anyway. */
  void lock(CopyingStatements statements) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      statements.update("LOCK TABLE task IN SHARE ROW EXCLUSIVE MODE");
    }
  }

  void checkExistence(CopyingStatements statements, TaskEntity task) throws SQLException {
    Set<Long> missing = new HashSet<>(task.dependencies());
    for (Long dependency : task.dependencies()) {
      table.find(statements, dependency).ifPresent(found -> missing.remove(found.storedId()));
    }
    if (!missing.isEmpty()) {
      throw new ValidationException("dependencies of a task are " + task.dependencies()
          + ", of which " + missing.size() + " do not exist: create them first");
    }
  }

  void checkCycle(CopyingStatements statements, long taskId, TaskEntity changed)
      throws SQLException {
    Map<Long, List<Long>> edges = new HashMap<>(edges(statements));
    edges.put(taskId, changed.dependencies());
    if (reaches(edges, taskId, taskId, new HashSet<>())) {
      throw new ValidationException("task " + taskId + " would depend on itself through its"
          + " dependencies " + changed.dependencies() + ": leave out the one that leads back");
    }
  }

  private Map<Long, List<Long>> edges(CopyingStatements statements) throws SQLException {
    return withDependencies(statements).stream()
        .collect(Collectors.toMap(TaskEntity::storedId, TaskEntity::dependencies));
  }

  /** Every task that has dependencies, by ascending id. */
  List<TaskEntity> withDependencies(CopyingStatements statements) throws SQLException {
    return table.select(statements, "t.dependencies IS NOT NULL ORDER BY t.id");
  }

  private static boolean reaches(
      Map<Long, List<Long>> edges, Long from, Long target, Set<Long> seen) {
    List<Long> next = new ArrayList<>(edges.getOrDefault(from, List.of()));
    next.removeAll(seen);
    seen.addAll(next);
    return next.contains(target)
        || next.stream().anyMatch(task -> reaches(edges, task, target, seen));
  }
}
