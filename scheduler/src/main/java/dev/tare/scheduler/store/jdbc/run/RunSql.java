package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/** The statements of the run table in one dialect. */
final class RunSql {
  private static final RunSql SQLITE = new RunSql(Dialect.SQLITE);
  private static final RunSql POSTGRESQL = new RunSql(Dialect.POSTGRESQL);

  private static final String NEW_COLUMNS =
      "task_id, status, type_id, retry_count, shard_index, shard_total, scheduled_at, due, payload,"
          + " created_at";
  private static final String CLAIMED_COLUMNS =
      "id, task_id, attempt, retry_count, shard_index, shard_total, scheduled_at, payload";

  private static final String NEW_ARRAYS = "INSERT INTO task_run (" + NEW_COLUMNS + ")"
      + " SELECT t, 0, y, r, i, n, s, d, p, ?"
      + " FROM unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[],"
      + " ?::boolean[], ?::bytea[]) WITH ORDINALITY AS x(t, y, r, i, n, s, d, p, o)";

  /** Every column of a run, in the order of {@link RunRows#run}. */
  static final String COLUMNS =
      "id, task_id, status, worker_id, attempt, retry_count, shard_index, shard_total,"
          + " scheduled_at, started_at, completed_at, payload, result, error_message, created_at";

  /** Binds task, type, retries, shard, shards, scheduled, due, payload, created; returns the id. */
  final Sql create = Sql.of("INSERT INTO task_run (" + NEW_COLUMNS + ")"
      + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");

  /** SQLite: the same for a run that may exist already; returns nothing. */
  final Sql createDue = Sql.of("INSERT INTO task_run (" + NEW_COLUMNS + ")"
      + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");

  /** PostgreSQL alone: the same as arrays, one a column, and the one created instant. */
  final Sql createAll = Sql.of(NEW_ARRAYS + " ORDER BY o RETURNING id");

  /** The same for runs that may exist already; in one order, or two of them could deadlock. */
  final Sql createAllDue = Sql.of(NEW_ARRAYS + " ORDER BY t, s, i ON CONFLICT DO NOTHING");

  /** Binds the id; returns every column. */
  final Sql byId = Sql.of("SELECT " + COLUMNS + " FROM task_run WHERE id = ?");

  /** Binds the id; returns its status. */
  final Sql statusOf = Sql.of("SELECT status FROM task_run WHERE id = ?");

  /** Binds worker, now, now, limit; returns the claimed columns. */
  final Sql claim;

  /** Binds worker, now, now, types, limit; the same of these types alone. */
  final Sql claimTypes;

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
    claim = claim(dialect, "");
    claimTypes = claim(dialect, " AND " + Lists.of(dialect).in("type_id"));
    for (RunStatus target : RunStatus.values()) {
      updateStatus[target.code()] = conditionalUpdate(target);
    }
  }

  private static Sql claim(Dialect dialect, String condition) {
    String oldest = "SELECT id FROM task_run WHERE status = 0 AND scheduled_at <= ?" + condition
        + " ORDER BY scheduled_at, id LIMIT ?";
    String chosen = dialect == Dialect.POSTGRESQL
        ? "id = ANY(ARRAY(" + oldest + " FOR UPDATE SKIP LOCKED))"
        : "id IN (" + oldest + ")";
    return Sql.of(
        "UPDATE task_run SET status = 2, worker_id = ?, started_at = ?, attempt = attempt + 1"
            + " WHERE " + chosen + " RETURNING " + CLAIMED_COLUMNS);
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
