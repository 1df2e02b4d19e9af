package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.store.RunRecovery;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Table;

/** Takes runs back, and deletes old ones. */
final class RunReturns implements RunRecovery {
  private static final String TAKE_BACK =
      "UPDATE task_run SET status = 0, worker_id = NULL, started_at = NULL"
          + " WHERE status IN (1, 2) AND ";

  static final Sql REQUEUE = Sql.of(TAKE_BACK + "worker_id = ?");

  static final Sql REQUEUE_LOST = Sql.of(TAKE_BACK
      + "NOT EXISTS (SELECT 1 FROM worker AS w"
      + " WHERE w.id = task_run.worker_id AND w.last_heartbeat >= ?)");

  static final Sql RECOVER_DISPATCHED = Sql.of(TAKE_BACK + "status = 1 AND started_at < ?");

  private static final String OLD = "SELECT r.id FROM task_run AS r"
      + " WHERE r.status >= 3 AND r.status IN (3, 4, 5, 6) AND r.completed_at < ?"
      + " AND EXISTS (SELECT 1 FROM task_run AS l WHERE l.task_id = r.task_id"
      + " AND l.id > r.id AND l.shard_index = r.shard_index) LIMIT ?";

  private static final Sql CLEANUP_SQLITE =
      Sql.of("DELETE FROM task_run WHERE id IN (" + OLD + ")");

  private static final Sql CLEANUP_POSTGRESQL =
      Sql.of("DELETE FROM task_run WHERE id = ANY(ARRAY(" + OLD + " FOR UPDATE SKIP LOCKED))");

  private final Table table;
  private final Sql cleanup;

  RunReturns(Table table, Dialect dialect) {
    this.table = table;
    this.cleanup = cleanup(dialect);
  }

  static Sql cleanup(Dialect dialect) {
    return dialect == Dialect.SQLITE ? CLEANUP_SQLITE : CLEANUP_POSTGRESQL;
  }

  @Override
  public int requeue(String workerId) {
    return table.update("requeue", "of worker " + workerId, REQUEUE, s -> s.setString(1, workerId));
  }

  @Override
  public int requeueLost(long heardBefore) {
    return table.update(
        "requeueLost", "before " + heardBefore, REQUEUE_LOST, s -> s.setLong(1, heardBefore));
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return table.update(
        "recoverDispatched",
        "before " + dispatchedBefore,
        RECOVER_DISPATCHED,
        s -> s.setLong(1, dispatchedBefore));
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return table.update("cleanup", "before " + finishedBefore, cleanup, statement -> {
      statement.setLong(1, finishedBefore);
      statement.setInt(2, limit);
    });
  }
}
