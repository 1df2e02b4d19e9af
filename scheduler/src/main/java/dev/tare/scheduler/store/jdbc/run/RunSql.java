package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;

/** The statements about one run, in one dialect. */
final class RunSql {
  private static final RunSql SQLITE = new RunSql(Dialect.SQLITE);
  private static final RunSql POSTGRESQL = new RunSql(Dialect.POSTGRESQL);

  /** Every column of a run, in the order of {@link RunRows#run}. */
  static final String COLUMNS =
      "id, task_id, status, worker_id, attempt, retry_count, shard_index, shard_total,"
          + " scheduled_at, started_at, completed_at, payload, result, error_message, created_at";

  /** Binds the id; returns every column. */
  final Sql byId = Sql.of("SELECT " + COLUMNS + " FROM task_run WHERE id = ?");

  /** Binds the id; returns its status. */
  final Sql statusOf = Sql.of("SELECT status FROM task_run WHERE id = ?");

  private final Sql[] updateStatus = new Sql[RunStatus.values().length];

  private RunSql(Dialect dialect) {
    for (RunStatus target : RunStatus.values()) {
      updateStatus[target.code()] =
          Sql.of(dialect == Dialect.SQLITE ? update(target) : updateAndMove(target));
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

  private static String update(RunStatus target) {
    return "UPDATE task_run SET " + changes(target, "?", "?") + " WHERE id = ? AND "
        + allowed(target);
  }

  /**
   * PostgreSQL: takes the row's lock, then moves the run between the queue and what is active. A
   * row of the queue that a claim has locked is left to it: the claim finds the new status.
   */
  private static String updateAndMove(RunStatus target) {
    boolean begins = target == RunStatus.DISPATCHED || target == RunStatus.RUNNING;
    String bound = (begins ? "?::text AS w, " : "")
        + (target == RunStatus.PENDING ? "" : "?::bigint AS t, ") + "?::bigint AS i";
    StringBuilder sql = new StringBuilder("WITH p AS (SELECT " + bound + "),"
        + " s AS (SELECT r.id, r.scheduled_at, r.type_id FROM task_run AS r JOIN p ON r.id = p.i"
        + " WHERE " + allowed(target) + " FOR UPDATE OF r)");
    if (RunStatus.PENDING.canBecome(target)) {
      sql.append(", q AS (DELETE FROM run_queue WHERE ctid = ANY(ARRAY(SELECT q.ctid"
          + " FROM run_queue AS q JOIN s ON q.scheduled_at = s.scheduled_at AND q.run_id = s.id"
          + " FOR UPDATE OF q SKIP LOCKED)))");
    }
    sql.append(", a AS (DELETE FROM run_active USING s WHERE run_id = s.id)");
    if (begins) {
      sql.append(", b AS (INSERT INTO run_active (run_id) SELECT id FROM s)");
    } else if (target == RunStatus.PENDING) {
      sql.append(", b AS (INSERT INTO run_queue (run_id, scheduled_at, type_id)"
          + " SELECT id, scheduled_at, type_id FROM s)");
    }
    return sql.append(" UPDATE task_run AS r SET ")
        .append(changes(target, "p.w", "p.t"))
        .append(" FROM p, s WHERE r.id = s.id")
        .toString();
  }

  private static String allowed(RunStatus target) {
    return "status IN (" + codes(target.sources()) + ")";
  }

  private static String changes(RunStatus target, String worker, String at) {
    String columns;
    if (target == RunStatus.PENDING) {
      columns = ", worker_id = NULL, started_at = NULL, completed_at = NULL, result = NULL,"
          + " error_message = NULL";
    } else if (target.isFinished()) {
      columns = ", completed_at = " + at;
    } else {
      columns = ", worker_id = " + worker + ", started_at = " + at
          + ", attempt = attempt + CASE WHEN status = 0 THEN 1 ELSE 0 END";
    }
    return "status = " + target.code() + columns;
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
