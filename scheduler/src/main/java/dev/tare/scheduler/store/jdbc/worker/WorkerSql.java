package dev.tare.scheduler.store.jdbc.worker;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/** The statements of the worker table in one dialect. */
final class WorkerSql {
  private static final WorkerSql SQLITE = new WorkerSql(Dialect.SQLITE);
  private static final WorkerSql POSTGRESQL = new WorkerSql(Dialect.POSTGRESQL);

  private static final String SELECT = "SELECT id, hostname, ip, types, max_concurrent, running,"
      + " status, last_heartbeat, registered_at FROM worker";

  /** Binds id, hostname, ip, types, limit, now, now. */
  final Sql register = Sql.of("INSERT INTO worker (id, hostname, ip, types, max_concurrent,"
      + " running, status, last_heartbeat, registered_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)"
      + " ON CONFLICT (id) DO UPDATE SET hostname = excluded.hostname, ip = excluded.ip,"
      + " types = excluded.types, max_concurrent = excluded.max_concurrent, running = 0,"
      + " status = 0, last_heartbeat = excluded.last_heartbeat,"
      + " registered_at = excluded.registered_at");

  /** Binds the id. */
  final Sql unregister = Sql.of("DELETE FROM worker WHERE id = ?");

  /** Binds the id. */
  final Sql byId = Sql.of(SELECT + " WHERE id = ?");

  /** Binds the id; how many there are. */
  final Sql exists = Sql.of("SELECT COUNT(*) FROM worker WHERE id = ?");

  /** Binds hostname, ip, types, limit, id. */
  final Sql update =
      Sql.of("UPDATE worker SET hostname = ?, ip = ?, types = ?, max_concurrent = ? WHERE id = ?");

  /** Binds limit, offset. */
  final Sql list = Sql.of(SELECT + " ORDER BY id LIMIT ? OFFSET ?");

  /** Binds nothing. */
  final Sql count = Sql.of("SELECT COUNT(*) FROM worker");

  /** Binds nothing. */
  final Sql alive = Sql.of(SELECT + " WHERE status = 0 ORDER BY id");

  /** Binds the type. */
  final Sql byType;

  /** Binds at, running, id, at: a late one finds no row. */
  final Sql heartbeat = Sql.of("UPDATE worker SET last_heartbeat = ?, running = ?, status = 0"
      + " WHERE id = ? AND last_heartbeat <= ?");

  /** PostgreSQL: the same as arrays, ids, running, instants; in one order of locks. */
  final Sql heartbeats =
      Sql.of("UPDATE worker AS w SET last_heartbeat = h.a, running = h.r, status = 0"
          + " FROM (SELECT l.id, x.r, x.a FROM worker AS l JOIN ("
          + "SELECT DISTINCT ON (i) i, r, a FROM unnest(?::text[], ?::int[], ?::bigint[])"
          + " WITH ORDINALITY AS u(i, r, a, o) ORDER BY i, a DESC, o DESC"
          + ") AS x ON l.id = x.i AND l.last_heartbeat <= x.a ORDER BY l.id FOR UPDATE OF l) AS h"
          + " WHERE w.id = h.id");

  /** Binds the instant. */
  final Sql timedOut = Sql.of(SELECT + " WHERE status = 0 AND last_heartbeat < ? ORDER BY id");

  /** Binds id, the instant. */
  final Sql markOffline =
      Sql.of("UPDATE worker SET status = 1 WHERE id = ? AND status = 0 AND last_heartbeat < ?");

  /** Binds nothing; returns id, status, limit, dispatched, running. */
  final Sql loadStats;

  /** Binds a list of ids; returns id, status, last heartbeat. */
  final Sql batchStatus;

  /** Binds the instant. */
  final Sql forget = Sql.of("DELETE FROM worker WHERE status = 1 AND last_heartbeat < ?");

  private WorkerSql(Dialect dialect) {
    Lists lists = Lists.of(dialect);
    byType = Sql.of(SELECT + " WHERE status = 0 AND (types IS NULL OR EXISTS (SELECT 1 FROM "
        + lists.each("types") + " AS y WHERE y.value = ?)) ORDER BY id");
    String held = dialect == Dialect.SQLITE
        ? "status IN (1, 2)"
        : "status IN (1, 2) AND id = ANY(ARRAY(SELECT run_id FROM run_active))";
    loadStats = Sql.of("SELECT w.id, w.status, w.max_concurrent, COALESCE(a.d, 0),"
        + " COALESCE(a.r, 0) FROM worker AS w LEFT JOIN (SELECT worker_id, SUM(2 - status) AS d,"
        + " SUM(status - 1) AS r FROM task_run WHERE " + held + " GROUP BY worker_id) AS a"
        + " ON a.worker_id = w.id ORDER BY w.id");
    batchStatus = Sql.of(
        "SELECT id, status, last_heartbeat FROM worker WHERE " + lists.in("id") + " ORDER BY id");
  }

  static WorkerSql of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }
}
