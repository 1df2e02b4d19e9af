package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/** SQLite's statements, each for one run. */
final class SqliteRunSql {
  private static final String INSERT =
      "INSERT INTO task_run (task_id, status, type_id, retry_count, shard_index, shard_total,"
          + " scheduled_at, due, payload, created_at) ";

  /** Binds task, type, retries, shard, shards, scheduled, due, payload, created; returns the id. */
  static final Sql CREATE = Sql.of(INSERT + "VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");

  /** The same for a run that may exist already; returns nothing. */
  static final Sql CREATE_DUE =
      Sql.of(INSERT + "VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");

  /** Binds worker, now, now, limit; returns the claimed runs, many rows. */
  static final Sql CLAIM = claim("");

  /** Binds worker, now, now, types, limit; the same. */
  static final Sql CLAIM_TYPES = claim(" AND " + Lists.SQLITE.in("type_id"));

  /** Binds status, at, run, attempt. Nothing else to store. */
  static final Sql COMPLETE_PLAIN = Sql.of("UPDATE task_run SET status = ?, completed_at = ?"
      + " WHERE id = ? AND attempt = ? AND status = 2");

  /** Binds status, at, result, error, run, attempt. */
  static final Sql COMPLETE =
      Sql.of("UPDATE task_run SET status = ?, completed_at = ?, result = ?, error_message = ?"
          + " WHERE id = ? AND attempt = ? AND status = 2");

  /** Binds the run; returns its retry count if its task allows another try. */
  static final Sql RETRIES =
      Sql.of("SELECT r.retry_count FROM task_run AS r JOIN task AS t ON t.id = r.task_id"
          + " WHERE r.id = ? AND t.status = 0 AND r.retry_count < t.max_retries");

  /** Binds scheduled, created, run. */
  static final Sql TRY_AGAIN = Sql.of(INSERT
      + "SELECT task_id, 0, type_id, retry_count + 1, shard_index, shard_total, ?, FALSE,"
      + " payload, ? FROM task_run WHERE id = ?");

  private SqliteRunSql() {}

  private static Sql claim(String condition) {
    return Sql.of(
        "UPDATE task_run SET status = 2, worker_id = ?, started_at = ?, attempt = attempt + 1"
            + " WHERE id IN (SELECT id FROM task_run WHERE status = 0 AND scheduled_at <= ?"
            + condition + " ORDER BY scheduled_at, id LIMIT ?)"
            + " RETURNING id, task_id, attempt, retry_count, shard_index, shard_total,"
            + " scheduled_at, payload");
  }
}
