package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/**
 * The statements that read runs. Each repeats the condition of the partial index that serves it:
 * SQLite takes an index only by its very words.
 */
final class RunReadSql {
  private static final RunReadSql SQLITE = new RunReadSql(Dialect.SQLITE);
  private static final RunReadSql POSTGRESQL = new RunReadSql(Dialect.POSTGRESQL);

  private static final String SELECT = "SELECT " + RunSql.COLUMNS + " FROM task_run WHERE ";
  private static final String COUNT = "SELECT COUNT(*) FROM task_run WHERE ";
  private static final String PAGE = " LIMIT ? OFFSET ?";
  private static final String ACTIVE =
      "SELECT r.id, r.task_id, r.status, r.attempt, r.retry_count, r.worker_id, r.started_at"
          + " FROM task_run AS r";
  private static final String TALLY =
      "SELECT status, COUNT(*), COUNT(started_at), CAST(SUM(completed_at - started_at) AS BIGINT),"
          + " MAX(completed_at - started_at) FROM task_run WHERE ";

  /** Binds task, limit, offset; also serves the newest runs. */
  final Sql byTask = Sql.of(SELECT + "task_id = ? ORDER BY id DESC" + PAGE);

  /** Binds the task. */
  final Sql countByTask = Sql.of(COUNT + "task_id = ?");

  /** Binds worker, worker, limit, offset: what it holds and what it has finished, merged. */
  final Sql byWorker = Sql.of(SELECT + "worker_id = ? AND status IN (1, 2) UNION ALL " + SELECT
      + "worker_id = ? AND status >= 3 ORDER BY id DESC" + PAGE);

  /** Binds worker, worker. */
  final Sql countByWorker = Sql.of("SELECT (" + COUNT + "worker_id = ? AND status IN (1, 2)) + ("
      + COUNT + "worker_id = ? AND status >= 3)");

  /** Binds limit, offset. */
  final Sql pending = Sql.of(SELECT + "status = 0 ORDER BY scheduled_at, id" + PAGE);

  /** Binds limit. */
  final Sql running =
      Sql.of(ACTIVE + " WHERE r.status IN (1, 2) ORDER BY r.started_at, r.id LIMIT ?");

  /** Binds task; returns a row if there is one. */
  final Sql hasRunning =
      Sql.of("SELECT EXISTS (SELECT 1 FROM task_run WHERE task_id = ? AND status IN (1, 2))");

  /** Binds a list of tasks. */
  final Sql withRunning;

  /** Binds now, limit. */
  final Sql timedOut = Sql.of(ACTIVE + " JOIN task AS t ON t.id = r.task_id"
      + " WHERE r.status IN (1, 2) AND r.status = 2"
      + " AND r.started_at + t.timeout_seconds * CAST(1000 AS BIGINT) <= ?"
      + " ORDER BY r.started_at, r.id LIMIT ?");

  /** Binds since. */
  final Sql stats = Sql.of(TALLY + "status = 0 GROUP BY status UNION ALL "
      + TALLY + "status IN (1, 2) GROUP BY status UNION ALL "
      + TALLY + "status >= 3 AND status IN (3, 4, 5, 6) AND completed_at >= ? GROUP BY status");

  /** Binds task, since. */
  final Sql statsOfTask =
      Sql.of(TALLY + "task_id = ? AND (status < 3 OR completed_at >= ?) GROUP BY status");

  private final Sql[] byStatus = new Sql[RunStatus.values().length];
  private final Sql[] countByStatus = new Sql[byStatus.length];

  private RunReadSql(Dialect dialect) {
    withRunning = Sql.of("SELECT DISTINCT task_id FROM task_run WHERE "
        + Lists.of(dialect).in("task_id") + " AND status IN (1, 2) ORDER BY task_id");
    for (RunStatus status : RunStatus.values()) {
      String index = status.isFinished() ? "status >= 3 AND " : "status IN (1, 2) AND ";
      String condition = (status == RunStatus.PENDING ? "" : index) + "status = " + status.code();
      String order = status.isFinished() ? "completed_at DESC" : "started_at DESC";
      byStatus[status.code()] = status == RunStatus.PENDING
          ? pending
          : Sql.of(SELECT + condition + " ORDER BY " + order + ", id DESC" + PAGE);
      countByStatus[status.code()] = Sql.of(COUNT + condition);
    }
  }

  static RunReadSql of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }

  /** Binds limit, offset. */
  Sql byStatus(RunStatus status) {
    return byStatus[status.code()];
  }

  /** Binds nothing. */
  Sql countByStatus(RunStatus status) {
    return countByStatus[status.code()];
  }
}
