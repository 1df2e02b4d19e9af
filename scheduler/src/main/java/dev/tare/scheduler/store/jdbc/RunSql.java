package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;

/** The statements of the run table in one dialect. */
final class RunSql {
  private static final RunSql SQLITE = new RunSql(Dialect.SQLITE);
  private static final RunSql POSTGRESQL = new RunSql(Dialect.POSTGRESQL);

  private static final String NEW_COLUMNS =
      "task_id, status, retry_count, shard_index, shard_total, scheduled_at, due, payload,"
          + " created_at";
  private static final String CLAIMED_COLUMNS =
      "id, task_id, attempt, retry_count, shard_index, shard_total, scheduled_at, payload";

  private static final String OLDEST_PENDING =
      "SELECT id FROM task_run WHERE status = 0 AND scheduled_at <= ?"
          + " ORDER BY scheduled_at, id LIMIT ?";

  /** Binds task, retries, shard, shards, scheduled, due, payload, created; returns the id. */
  final Sql create = Sql.of("INSERT INTO task_run (" + NEW_COLUMNS + ")"
      + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?) RETURNING id");

  /** PostgreSQL alone: the same as arrays, one a column, and the one created instant. */
  final Sql createAll = Sql.of("INSERT INTO task_run (" + NEW_COLUMNS + ")"
      + " SELECT t, 0, r, i, n, s, d, p, ?"
      + " FROM unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::bigint[],"
      + " ?::boolean[], ?::bytea[]) WITH ORDINALITY AS x(t, r, i, n, s, d, p, o)"
      + " ORDER BY o RETURNING id");

  /** Binds the id; returns every column. */
  final Sql byId = Sql.of(
      "SELECT id, task_id, status, worker_id, attempt, retry_count, shard_index, shard_total,"
          + " scheduled_at, started_at, completed_at, payload, result, error_message,"
          + " created_at FROM task_run WHERE id = ?");

  /** Binds the id; returns its status. */
  final Sql statusOf = Sql.of("SELECT status FROM task_run WHERE id = ?");

  /** Binds worker, now, now, limit; returns the claimed columns. */
  final Sql claim;

  /** Binds status, at, result, error, run, attempt; SQLite. */
  final Sql complete =
      Sql.of("UPDATE task_run SET status = ?, completed_at = ?, result = ?, error_message = ?"
          + " WHERE id = ? AND attempt = ? AND status = 2");

  /** The same as arrays: runs, attempts, statuses, instants, results, errors; PostgreSQL. */
  final Sql completeAll =
      Sql.of("UPDATE task_run AS r SET status = c.s, completed_at = c.t, result = c.b,"
          + " error_message = c.e"
          + " FROM unnest(?::bigint[], ?::int[], ?::smallint[], ?::bigint[], ?::bytea[],"
          + " ?::text[]) AS c(id, a, s, t, b, e)"
          + " WHERE r.id = c.id AND r.attempt = c.a AND r.status = 2");

  private final Sql[] updateStatus = new Sql[RunStatus.values().length];

  private RunSql(Dialect dialect) {
    String chosen = dialect == Dialect.POSTGRESQL
        ? "id = ANY(ARRAY(" + OLDEST_PENDING + " FOR UPDATE SKIP LOCKED))"
        : "id IN (" + OLDEST_PENDING + ")";
    claim = Sql.of(
        "UPDATE task_run SET status = 2, worker_id = ?, started_at = ?, attempt = attempt + 1"
            + " WHERE " + chosen + " RETURNING " + CLAIMED_COLUMNS);
    for (RunStatus target : RunStatus.values()) {
      updateStatus[target.code()] = conditionalUpdate(target);
    }
  }

  static RunSql of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }

  /**
   * The one conditional update to a status. DISPATCHED and RUNNING bind worker, at, run; a finished
   * status binds at, run; PENDING binds the run.
   */
  Sql updateStatus(RunStatus target) {
    return updateStatus[target.code()];
  }

  private static Sql conditionalUpdate(RunStatus target) {
    String columns;
    if (target == RunStatus.PENDING) {
      columns = ", worker_id = NULL, started_at = NULL, completed_at = NULL";
    } else if (target.isFinished()) {
      columns = ", completed_at = ?";
    } else {
      columns = ", worker_id = ?, started_at = ?,"
          + " attempt = attempt + CASE WHEN status = 0 THEN 1 ELSE 0 END";
    }
    return Sql.of("UPDATE task_run SET status = " + target.code() + columns
        + " WHERE id = ? AND status IN (" + codes(target.sources()) + ")");
  }

  private static String codes(int bits) {
    StringBuilder codes = new StringBuilder();
    for (RunStatus status : RunStatus.values()) {
      if ((bits >>> status.code() & 1) != 0) {
        codes.append(codes.isEmpty() ? "" : ", ").append(status.code());
      }
    }
    return codes.toString();
  }
}
