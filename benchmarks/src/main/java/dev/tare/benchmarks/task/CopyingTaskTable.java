package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingIdText;
import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task table, entities in and entities out, for {@link CopyingTaskRepository}; it lists the
 * copies.
 */
final class CopyingTaskTable {
  private static final String ALL = "SELECT t.*, y.name AS type_name FROM task AS t"
      + " JOIN task_type AS y ON y.id = t.type_id WHERE ";
  private static final String INSERT = "INSERT INTO task (name, type_id, schedule, parameters,"
      + " timeout_seconds, max_retries, status, dependencies, shard_count, shard_key,"
      + " next_due_at, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      + " RETURNING id";
  private static final String UPDATE = "UPDATE task SET name = ?, type_id = ?, schedule = ?,"
      + " parameters = ?, timeout_seconds = ?, max_retries = ?, status = ?, dependencies = ?,"
      + " shard_count = ?, shard_key = ?, next_due_at = ?, created_at = ?, updated_at = ?"
      + " WHERE id = ?";

  private final String locking;

  CopyingTaskTable(Dialect dialect) {
    this.locking = dialect == Dialect.POSTGRESQL ? " FOR UPDATE OF t" : "";
  }

  List<TaskEntity> select(
      CopyingStatements statements, String condition, @Nullable Object... parameters)
      throws SQLException {
    return statements.query(ALL + condition, TaskEntity::read, parameters);
  }

  Optional<TaskEntity> find(CopyingStatements statements, Long taskId) throws SQLException {
    return statements.first(ALL + "t.id = ?", TaskEntity::read, taskId);
  }

  /** The same, and nobody else changes it before the transaction ends. */
  Optional<TaskEntity> lock(CopyingStatements statements, Long taskId) throws SQLException {
    return statements.first(ALL + "t.id = ?" + locking, TaskEntity::read, taskId);
  }

  /** Stores a new task; the copy that it returns has an id. */
  TaskEntity insert(CopyingStatements statements, TaskEntity task) throws SQLException {
    Long id = statements
        .first(
            INSERT,
            row -> row.getLong("id"),
            task.name(),
            task.typeId(),
            task.schedule(),
            task.parameters(),
            task.timeoutSeconds(),
            task.maxRetries(),
            task.status().code(),
            dependencies(task),
            task.shardCount(),
            task.shardKey(),
            millis(task.nextDueAt()),
            task.createdAt().toEpochMilli(),
            task.updatedAt().toEpochMilli())
        .orElseThrow();
    return task.withId(id);
  }

  void save(CopyingStatements statements, TaskEntity task) throws SQLException {
    statements.update(
        UPDATE,
        task.name(),
        task.typeId(),
        task.schedule(),
        task.parameters(),
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status().code(),
        dependencies(task),
        task.shardCount(),
        task.shardKey(),
        millis(task.nextDueAt()),
        task.createdAt().toEpochMilli(),
        task.updatedAt().toEpochMilli(),
        task.storedId());
  }

  private static @Nullable String dependencies(TaskEntity task) {
    return task.dependencies().isEmpty() ? null : CopyingIdText.format(task.dependencies());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
