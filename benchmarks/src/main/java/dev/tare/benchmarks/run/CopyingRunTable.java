package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run table, entities in and entities out, for {@link CopyingTaskRunRepository}; it lists the
 * copies.
 */
final class CopyingRunTable {
  static final String ALL = "SELECT r.* FROM task_run AS r WHERE ";

  private static final String INSERT =
      "INSERT INTO task_run (task_id, status, type_id, retry_count, shard_index, shard_total,"
          + " scheduled_at, due, payload, created_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String RETURNING_ID = " RETURNING id";
  private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";
  private static final String UPDATE =
      "UPDATE task_run SET status = ?, worker_id = ?, attempt = ?, started_at = ?,"
          + " completed_at = ?, result = ?, error_message = ?"
          + " WHERE id = ? AND status = ? AND attempt = ?";

  private final CopyingRunPlaces places;
  private final String locking;

  CopyingRunTable(Dialect dialect) {
    this.places = new CopyingRunPlaces(dialect);
    this.locking = dialect == Dialect.POSTGRESQL ? " FOR UPDATE" : "";
  }

  /** The condition of the runs that workers hold. */
  String held() {
    return places.held();
  }

  Long insert(CopyingStatements statements, NewRun run, Instant now) throws SQLException {
    return insert(statements, INSERT + RETURNING_ID, run, now).orElseThrow();
  }

  Optional<Long> insertUnlessThere(CopyingStatements statements, NewRun run, Instant now)
      throws SQLException {
    return insert(statements, INSERT + UNLESS_THERE + RETURNING_ID, run, now);
  }

  private Optional<Long> insert(CopyingStatements statements, String sql, NewRun run, Instant now)
      throws SQLException {
    Optional<Long> id = statements.first(
        sql,
        row -> row.getLong("id"),
        run.taskId(),
        run.typeId(),
        run.retryCount(),
        run.shardIndex(),
        run.shardTotal(),
        run.scheduledAt(),
        run.due(),
        copy(run.payload()),
        now.toEpochMilli());
    if (id.isPresent()) {
      places.created(statements, id.get(), run.scheduledAt(), run.typeId());
    }
    return id;
  }

  Optional<RunEntity> find(CopyingStatements statements, Long runId) throws SQLException {
    return statements.first(ALL + "r.id = ?", RunEntity::read, runId);
  }

  List<RunEntity> select(
      CopyingStatements statements, String condition, @Nullable Object... parameters)
      throws SQLException {
    return statements.query(ALL + condition, RunEntity::read, parameters);
  }

  /** The same, and nobody else changes them before the transaction ends. */
  List<RunEntity> lock(
      CopyingStatements statements, String condition, @Nullable Object... parameters)
      throws SQLException {
    return select(statements, condition + locking, parameters);
  }

  /** The oldest that wait. */
  List<RunEntity> pending(CopyingStatements statements, String condition, Instant at, int limit)
      throws SQLException {
    return statements.query(places.waiting(condition), RunEntity::read, at.toEpochMilli(), limit);
  }

  /** Writes the changed entity if the row still is as the first one says. */
  boolean replace(CopyingStatements statements, RunEntity read, RunEntity changed)
      throws SQLException {
    int updated = statements.update(
        UPDATE,
        changed.status().code(),
        changed.workerId(),
        changed.attempt(),
        millis(changed.startedAt()),
        millis(changed.completedAt()),
        changed.result(),
        changed.errorMessage(),
        read.id(),
        read.status().code(),
        read.attempt());
    if (updated == 0) {
      return false;
    }
    places.moved(statements, read, changed);
    return true;
  }

  private static byte @Nullable [] copy(@Nullable Bytes payload) {
    return payload == null ? null : payload.exactArray().clone();
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
