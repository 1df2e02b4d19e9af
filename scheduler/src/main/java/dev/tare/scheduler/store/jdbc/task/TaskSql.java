package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;

/** The statements of the task table in one dialect. */
final class TaskSql {
  private static final TaskSql SQLITE = new TaskSql(Dialect.SQLITE);
  private static final TaskSql POSTGRESQL = new TaskSql(Dialect.POSTGRESQL);

  private static final String WRITTEN = "name, type_id, schedule, parameters, timeout_seconds,"
      + " max_retries, status, dependencies, shard_count, shard_key, next_due_at";

  private static final String SELECT =
      "SELECT id, " + WRITTEN + ", created_at, updated_at FROM task";

  /** Goes up at every change, even of two in one millisecond: it tells the versions apart. */
  private static final String TOUCH =
      "updated_at = CASE WHEN updated_at < ? THEN ? ELSE updated_at + 1 END";

  /** Of a run {@code r}: not the one for the instant at which its task {@code t} is due. */
  private static final String OTHER_INSTANT =
      "NOT (r.due AND r.scheduled_at = COALESCE(t.next_due_at, 0))";

  /** Binds the written columns, created, updated; returns the id unless the name is taken. */
  final Sql create = Sql.of("INSERT INTO task (" + WRITTEN + ", created_at, updated_at)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id");

  /** Binds the id. */
  final Sql byId = Sql.of(SELECT + " WHERE id = ?");

  /** Binds the name. */
  final Sql byName = Sql.of(SELECT + " WHERE name = ?");

  /** Binds the written columns, now, now, id, name, id; returns created, updated. */
  final Sql update = Sql.of("UPDATE task SET name = ?, type_id = ?, schedule = ?, parameters = ?,"
      + " timeout_seconds = ?, max_retries = ?, status = ?, dependencies = ?, shard_count = ?,"
      + " shard_key = ?, next_due_at = ?, " + TOUCH
      + " WHERE id = ? AND NOT EXISTS (SELECT 1 FROM task AS o WHERE o.name = ? AND o.id <> ?)"
      + " RETURNING created_at, updated_at");

  /** Binds now, now, id. */
  final Sql delete = Sql.of(
      "UPDATE task SET status = 1, next_due_at = NULL, " + TOUCH + " WHERE id = ? AND status = 0");

  /** Binds the id; how many there are. */
  final Sql exists = Sql.of("SELECT COUNT(*) FROM task WHERE id = ?");

  /** Binds a list of ids; how many of them there are. */
  final Sql countOf;

  /** Binds after, limit. */
  final Sql active = Sql.of(SELECT + " WHERE status = 0 AND id > ? ORDER BY id LIMIT ?");

  /** Binds at, limit. */
  final Sql schedulable;

  /** SQLite: binds next, id, due, version. */
  final Sql advance = Sql.of("UPDATE task SET next_due_at = ?"
      + " WHERE id = ? AND next_due_at = ? AND updated_at = ? AND status = 0");

  /**
   * PostgreSQL: the same as arrays, ids, due instants, versions, next ones. Locks in one order, and
   * skips what another dispatcher is moving.
   */
  final Sql advanceAll = Sql.of("UPDATE task AS t SET next_due_at = NULLIF(c.n, 0)"
      + " FROM (SELECT l.id, x.n FROM task AS l"
      + " JOIN unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS x(id, d, u, n)"
      + " ON l.id = x.id AND l.next_due_at = x.d AND l.updated_at = x.u AND l.status = 0"
      + " ORDER BY l.id FOR UPDATE OF l SKIP LOCKED) AS c WHERE t.id = c.id");

  /** Binds nothing. */
  final Sql earliestDue;

  /** Binds nothing; returns id, dependencies. */
  final Sql dependencies =
      Sql.of("SELECT id, dependencies FROM task" + " WHERE dependencies IS NOT NULL ORDER BY id");

  /** Binds a list of ids as text, id; returns 1 if following the list comes to the id. */
  final Sql reaches;

  /** PostgreSQL: lets one transaction at a time change the graph. SQLite has one writer anyway. */
  final Sql lockGraph = Sql.of("SELECT pg_advisory_xact_lock(7239017)");

  /** Binds the id; returns it if its dependencies are met. */
  final Sql met;

  /** Binds a list of ids; returns those whose dependencies are met. */
  final Sql metOf;

  /** Binds a list of ids; returns those that have a run which is not finished. */
  final Sql overlapping;

  /** Binds a list of ids; returns id, status, latest run, its status. */
  final Sql batchStatus;

  private final Sql[] list = new Sql[8];
  private final Sql[] count = new Sql[8];

  private TaskSql(Dialect dialect) {
    Lists lists = Lists.of(dialect);
    // Untold, SQLite goes through every active task: it does not know that few are ever due.
    String due = " FROM task" + (dialect == Dialect.SQLITE ? " INDEXED BY task_due" : "")
        + " WHERE status = 0 AND next_due_at IS NOT NULL";
    schedulable = Sql.of("SELECT id, type_id, schedule, dependencies, shard_count, next_due_at,"
        + " updated_at" + due + " AND next_due_at <= ? ORDER BY next_due_at, id LIMIT ?");
    earliestDue = Sql.of("SELECT MIN(next_due_at)" + due);
    countOf = Sql.of("SELECT COUNT(*) FROM task WHERE " + lists.in("id"));
    String met = "SELECT t.id FROM task AS t WHERE %s AND NOT EXISTS (SELECT 1 FROM "
        + lists.each("t.dependencies") + " AS d WHERE " + unmet(dialect) + ")";
    this.met = Sql.of(met.replace("%s", "t.id = ?"));
    metOf = Sql.of(met.replace("%s", lists.in("t.id")));
    overlapping = Sql.of("SELECT t.id FROM task AS t WHERE " + lists.in("t.id")
        + " AND (t.id IN (" + held(dialect) + ") OR " + latestWaits() + " OR t.id IN ("
        + waiting(dialect) + "))");
    batchStatus = Sql.of("SELECT t.id, t.status,"
        + " (SELECT MAX(r.id) FROM task_run AS r WHERE r.task_id = t.id),"
        + " (" + latest("status", "t.id", "") + ")"
        + " FROM task AS t WHERE " + lists.in("t.id") + " ORDER BY t.id");
    reaches = Sql.of("WITH RECURSIVE reach(id) AS (SELECT d.value FROM " + lists.each("?")
        + " AS d UNION SELECT d.value FROM reach JOIN task AS t ON t.id = reach.id CROSS JOIN "
        + lists.each("t.dependencies") + " AS d) SELECT COUNT(*) FROM reach WHERE id = ?");
    String like = dialect == Dialect.SQLITE ? "name GLOB ?" : "name LIKE ?";
    for (int mask = 0; mask < list.length; mask++) {
      String where = " WHERE TRUE"
          + ((mask & 1) == 0 ? "" : " AND status = ?")
          + ((mask & 2) == 0
              ? ""
              : " AND type_id = (SELECT y.id FROM task_type AS y WHERE y.name = ?)")
          + ((mask & 4) == 0 ? "" : " AND " + like);
      list[mask] = Sql.of(SELECT + where + " ORDER BY id LIMIT ? OFFSET ?");
      count[mask] = Sql.of("SELECT COUNT(*) FROM task" + where);
    }
  }

  static TaskSql of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }

  /** Binds, as the bits say, status (1), type (2), pattern (4), and then limit, offset. */
  Sql list(int mask) {
    return list[mask];
  }

  /** Binds, as the bits say, status (1), type (2), pattern (4). */
  Sql count(int mask) {
    return count[mask];
  }

  /** The latest run of {@code d} is not COMPLETED, or one of its shards' latest is not. */
  private static String unmet(Dialect dialect) {
    return incomplete("") + " OR EXISTS (" + eachShard(dialect, "d.value")
        + incomplete(" AND r.shard_index = s.i") + ")";
  }

  /** For each shard, {@code s.i}, of a task's latest run; a condition follows. */
  private static String eachShard(Dialect dialect, String task) {
    String shards = "(" + latest("shard_total", task, "") + ")";
    return dialect == Dialect.POSTGRESQL
        ? "SELECT 1 FROM generate_series(0, " + shards + " - 1) AS s(i) WHERE "
        : "WITH RECURSIVE s(i, n) AS (SELECT 0, " + shards
            + " UNION ALL SELECT i + 1, n FROM s WHERE i + 1 < n)"
            + " SELECT 1 FROM s WHERE n > 0 AND ";
  }

  /** The tasks of what workers hold, but for the instant that is due: few, and found once. */
  private static String held(Dialect dialect) {
    return "SELECT r.task_id FROM task_run AS r JOIN task AS t ON t.id = r.task_id"
        + " WHERE r.status IN (1, 2) AND "
        + (dialect == Dialect.SQLITE ? "" : "r.id = ANY(ARRAY(SELECT run_id FROM run_active)) AND ")
        + OTHER_INSTANT;
  }

  /** The latest run of {@code t} is PENDING, and not for the instant that is due. */
  private static String latestWaits() {
    return "COALESCE((" + latest("status = 0 AND " + OTHER_INSTANT, "t.id", "") + "), FALSE)";
  }

  /**
   * The tasks of all that waits, but for the instant that is due: a run may wait behind later ones
   * that have finished. Found once, and not before a task is met whose latest run does not wait.
   */
  private static String waiting(Dialect dialect) {
    return "SELECT r.task_id FROM "
        + (dialect == Dialect.SQLITE
            ? "task_run AS r INDEXED BY task_run_pending"
            : "run_queue AS q JOIN task_run AS r ON r.id = q.run_id")
        + " JOIN task AS t ON t.id = r.task_id WHERE r.status = 0 AND " + OTHER_INSTANT;
  }

  private static String incomplete(String condition) {
    return "COALESCE((" + latest("status", "d.value", condition) + "), -1) <> 3";
  }

  private static String latest(String column, String task, String condition) {
    return "SELECT r." + column + " FROM task_run AS r WHERE r.task_id = " + task + condition
        + " ORDER BY r.id DESC LIMIT 1";
  }
}
