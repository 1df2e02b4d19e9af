package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/**
 * The statements that read runs. In SQLite each repeats the condition of the partial index that
 * serves it, which takes an index only by its very words; in PostgreSQL what waits and what runs is
 * found through the tables beside the runs.
 */
final class RunReadSql {
  private static final RunReadSql SQLITE = new RunReadSql(Dialect.SQLITE);
  private static final RunReadSql POSTGRESQL = new RunReadSql(Dialect.POSTGRESQL);

  private static final String SELECT = "SELECT " + RunSql.COLUMNS + " FROM task_run WHERE ";
  private static final String COUNT = "SELECT COUNT(*) FROM task_run WHERE ";
  private static final String PAGE = " LIMIT ? OFFSET ?";
  /** What {@link RunRows#active} reads; a condition follows. */
  static final String HELD =
      "SELECT r.id, r.task_id, r.status, r.attempt, r.retry_count, r.worker_id, r.started_at"
          + " FROM task_run AS r";
  /** PostgreSQL: a run may have two rows in the queue, or one too many, and is there once. */
  private static final String WAITING = "status = 0 AND id IN (SELECT run_id FROM run_queue)";

  private static final String OLDEST = "SELECT " + RunSql.COLUMNS + " FROM task_run AS r JOIN ("
      + "SELECT DISTINCT scheduled_at AS due_at, run_id FROM run_queue) AS q ON q.run_id = r.id"
      + " WHERE r.status = 0 ORDER BY q.due_at, q.run_id";

  /** PostgreSQL: the few rows of what workers hold, which may be left over from one that ended. */
  private static final String ACTIVE =
      "status IN (1, 2) AND id = ANY(ARRAY(SELECT run_id FROM run_active))";

  private static final String TALLY =
      "SELECT status, COUNT(*), COUNT(started_at), CAST(SUM(completed_at - started_at) AS BIGINT),"
          + " MAX(completed_at - started_at) FROM task_run WHERE ";

  /** Binds task, limit, offset; also serves the newest runs. */
  final Sql byTask = Sql.of(SELECT + "task_id = ? ORDER BY id DESC" + PAGE);

  /** Binds the task. */
  final Sql countByTask = Sql.of(COUNT + "task_id = ?");

  /** Binds worker, worker, limit, offset: what it holds and what it has finished, merged. */
  final Sql byWorker;

  /** Binds worker, worker. */
  final Sql countByWorker;

  /** Binds limit, offset. */
  final Sql pending;

  /** Binds limit. */
  final Sql running;

  /** Binds task; returns a row if there is one. */
  final Sql hasRunning;

  /** Binds a list of tasks. */
  final Sql withRunning;

  /** Binds now, limit. */
  final Sql timedOut;

  /** Binds since. */
  final Sql stats;

  /** Binds task, since. */
  final Sql statsOfTask =
      Sql.of(TALLY + "task_id = ? AND (status < 3 OR completed_at >= ?) GROUP BY status");

  private final Sql[] byStatus = new Sql[RunStatus.values().length];
  private final Sql[] countByStatus = new Sql[byStatus.length];

  private RunReadSql(Dialect dialect) {
    String waiting = dialect == Dialect.SQLITE ? "status = 0" : WAITING;
    String active = active(dialect);
    // For the order by id SQLite would rather read every run there is than sort the few held ones.
    String held = dialect == Dialect.SQLITE
        ? SELECT.replace("task_run", "task_run INDEXED BY task_run_active")
        : SELECT;
    byWorker = Sql.of(held + "worker_id = ? AND " + active + " UNION ALL " + SELECT
        + "worker_id = ? AND status >= 3 ORDER BY id DESC" + PAGE);
    countByWorker = Sql.of("SELECT (" + COUNT + "worker_id = ? AND " + active + ") + (" + COUNT
        + "worker_id = ? AND status >= 3)");
    pending = Sql.of(
        (dialect == Dialect.SQLITE ? SELECT + "status = 0 ORDER BY scheduled_at, id" : OLDEST)
            + PAGE);
    running = Sql.of(HELD + " WHERE " + active + " ORDER BY r.started_at, r.id LIMIT ?");
    hasRunning =
        Sql.of("SELECT EXISTS (SELECT 1 FROM task_run WHERE task_id = ? AND " + active + ")");
    withRunning = Sql.of("SELECT DISTINCT task_id FROM task_run WHERE "
        + Lists.of(dialect).in("task_id") + " AND " + active + " ORDER BY task_id");
    timedOut = Sql.of(HELD + " JOIN task AS t ON t.id = r.task_id WHERE r."
        + active.replace("id =", "r.id =") + " AND r.status = 2"
        + " AND r.started_at + t.timeout_seconds * CAST(1000 AS BIGINT) <= ?"
        + " ORDER BY r.started_at, r.id LIMIT ?");
    stats = Sql.of(TALLY + waiting + " GROUP BY status UNION ALL "
        + TALLY + active + " GROUP BY status UNION ALL " + TALLY
        + "status >= 3 AND status IN (3, 4, 5, 6) AND completed_at >= ? GROUP BY status");
    for (RunStatus status : RunStatus.values()) {
      String place = status.isFinished() ? "status >= 3" : active;
      String condition =
          status == RunStatus.PENDING ? waiting : place + " AND status = " + status.code();
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

  /** The condition of what workers hold. */
  static String active(Dialect dialect) {
    return dialect == Dialect.SQLITE ? "status IN (1, 2)" : ACTIVE;
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
