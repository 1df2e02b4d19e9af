package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.store.RunRecovery;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Subject;
import dev.tare.scheduler.store.jdbc.Table;
import dev.tare.scheduler.store.jdbc.Table.Binding;
import java.util.List;

/** Takes runs back, and deletes old ones. */
final class RunReturns implements RunRecovery {
  private static final String UPDATE =
      "UPDATE task_run SET status = 0, worker_id = NULL, started_at = NULL"
          + " WHERE status IN (1, 2) AND ";

  /** Binds since when a worker has to have been heard to keep its runs. */
  private static final String UNHEARD = "NOT EXISTS (SELECT 1 FROM worker AS w"
      + " WHERE w.id = worker_id AND w.last_heartbeat >= ?)";

  private static final String OLD = "SELECT r.id FROM task_run AS r"
      + " WHERE r.status >= 3 AND r.status IN (3, 4, 5, 6) AND r.completed_at < ?"
      + " AND EXISTS (SELECT 1 FROM task_run AS l WHERE l.task_id = r.task_id"
      + " AND l.id > r.id AND l.shard_index = r.shard_index) LIMIT ?";

  private static final Sql CLEANUP_SQLITE =
      Sql.of("DELETE FROM task_run WHERE id IN (" + OLD + ")");

  private static final Sql CLEANUP_POSTGRESQL =
      Sql.of("DELETE FROM task_run WHERE id = ANY(ARRAY(" + OLD + " FOR UPDATE SKIP LOCKED))");

  private static final Statements SQLITE = new Statements(Dialect.SQLITE);
  private static final Statements POSTGRESQL = new Statements(Dialect.POSTGRESQL);

  private final Table table;
  private final Statements sql;

  RunReturns(Table table, Dialect dialect) {
    this.table = table;
    this.sql = statements(dialect);
  }

  static Statements statements(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }

  @Override
  public int requeue(String workerId) {
    return table.update(
        "requeue", Subject.of("of worker", workerId), sql.requeue, s -> s.setString(1, workerId));
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    return table.update(
        "requeueExcept", Subject.of("of worker", workerId), sql.requeueExcept, statement -> {
          statement.setString(1, workerId);
          if (sql.sqlite) {
            statement.setString(2, json(runIds, attempts));
          } else {
            statement.setObject(2, runIds);
            statement.setObject(3, attempts);
          }
        });
  }

  /** {@code ["run:attempt",…]}. */
  private static String json(long[] runIds, int[] attempts) {
    StringBuilder json = new StringBuilder(2 + 16 * runIds.length).append('[');
    for (int i = 0; i < runIds.length; i++) {
      json.append(i == 0 ? "\"" : ",\"").append(runIds[i]).append(':').append(attempts[i]);
      json.append('"');
    }
    return json.append(']').toString();
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    Binding bound = statement -> {
      statement.setInt(1, attempt);
      statement.setLong(2, heardBefore);
      statement.setInt(3, limit);
    };
    return table.list("lost", Subject.of("before", heardBefore), sql.lost, bound, RunRows::active);
  }

  @Override
  public int requeueLost(long heardBefore) {
    return table.update(
        "requeueLost",
        Subject.of("before", heardBefore),
        sql.requeueLost,
        s -> s.setLong(1, heardBefore));
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return table.update(
        "recoverDispatched",
        Subject.of("before", dispatchedBefore),
        sql.recoverDispatched,
        s -> s.setLong(1, dispatchedBefore));
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return table.update("cleanup", Subject.of("before", finishedBefore), sql.cleanup, statement -> {
      statement.setLong(1, finishedBefore);
      statement.setInt(2, limit);
    });
  }

  /** In one dialect; but for what is lost, each returns how many runs it took back or deleted. */
  static final class Statements {
    final boolean sqlite;
    final Sql requeue;
    final Sql requeueExcept;
    final Sql lost;
    final Sql requeueLost;
    final Sql recoverDispatched;
    final Sql cleanup;

    Statements(Dialect dialect) {
      sqlite = dialect == Dialect.SQLITE;
      requeue = takeBack("worker_id = ?");
      requeueExcept = takeBack(
          sqlite
              ? "worker_id = ? AND id || ':' || attempt NOT IN (SELECT value FROM json_each(?))"
              : "worker_id = ? AND (id, attempt) NOT IN"
                  + " (SELECT * FROM unnest(?::bigint[], ?::int[]))");
      lost = Sql.of(RunReadSql.HELD + " WHERE " + RunReadSql.active(dialect)
          + " AND status = 2 AND attempt >= ? AND " + UNHEARD
          + " ORDER BY started_at, id LIMIT ?");
      requeueLost = takeBack(UNHEARD);
      recoverDispatched = takeBack("status = 1 AND started_at < ?");
      cleanup = sqlite ? CLEANUP_SQLITE : CLEANUP_POSTGRESQL;
    }

    /** In PostgreSQL from what is active back to the queue. */
    private Sql takeBack(String condition) {
      return Sql.of(
          sqlite
              ? UPDATE + condition
              : "WITH u AS (" + UPDATE + "id = ANY(ARRAY(SELECT run_id FROM run_active)) AND "
                  + condition + " RETURNING id, scheduled_at, type_id),"
                  + " a AS (DELETE FROM run_active USING u WHERE run_id = u.id)"
                  + " INSERT INTO run_queue (run_id, scheduled_at, type_id)"
                  + " SELECT id, scheduled_at, type_id FROM u");
    }
  }
}
