package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.store.connection.Sql;

/**
 * PostgreSQL's statements. Each is one round trip that changes a run and the tables beside it:
 * {@code run_queue} holds what is PENDING, {@code run_active} what is DISPATCHED or RUNNING. No
 * index of {@code task_run} names a column that a claim or a completion changes, so that both stay
 * on the row's page and touch no index.
 *
 * <p>Who waits for whom: a claim locks rows of the queue, and skips those that are locked, before
 * it waits for rows of {@code task_run}; everybody else locks those first and never waits for the
 * queue. What a statement could not see of another one is left behind there: a claim drops it.
 */
final class PostgresRunSql {
  /** For how many failures of the same work a batch brings delays: a task has no more retries. */
  static final int DELAYS = 10;

  private static final String NEW_COLUMNS =
      "task_id, status, type_id, retry_count, shard_index, shard_total, scheduled_at, due, payload,"
          + " created_at";
  private static final String INSERT = "INSERT INTO task_run (" + NEW_COLUMNS + ") ";
  private static final String WAITS = " RETURNING id, scheduled_at, type_id";
  private static final String QUEUE = "INSERT INTO run_queue (run_id, scheduled_at, type_id)"
      + " SELECT id, scheduled_at, type_id FROM ";

  /** The bytes of all runs come as one value, each with its offset, from 1, and length, or -1. */
  private static final String PART =
      "CASE WHEN l >= 0 THEN substring(CAST(? AS bytea) FROM o FOR l) END";

  private static final String ARRAYS = "unnest(?::bigint[], ?::int[], ?::int[], ?::int[],"
      + " ?::int[], ?::bigint[], ?::boolean[], ?::int[], ?::int[])"
      + " AS u(t, y, r, i, n, s, d, o, l)";

  /** Binds task, type, scheduled, payload, created; returns the id. On demand, the first try. */
  static final Sql CREATE_PLAIN =
      one(INSERT + "VALUES (?, 0, ?, 0, -1, 0, ?, FALSE, ?, ?)" + WAITS);

  /** Binds task, type, retries, shard, shards, scheduled, due, payload, created. */
  static final Sql CREATE = one(INSERT + "VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)" + WAITS);

  /**
   * Binds offsets, lengths, scheduled, type, then as {@link #CREATE}; returns the ids packed. They
   * are drawn first: both tables take them from there, and nothing has to be brought into order.
   */
  static final Sql CREATE_ALIKE = many(
      "o, l FROM unnest(?::int[], ?::int[]) AS u(o, l)",
      "CAST(? AS bigint), CAST(? AS int)",
      "CAST(? AS bigint), 0, CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int),"
          + " CAST(? AS bigint), CAST(? AS boolean)");

  /** Binds an array a column, offsets and lengths last, then payloads, created; the same. */
  static final Sql CREATE_EACH = many("u.* FROM " + ARRAYS, "s, y", "t, 0, y, r, i, n, s, d");

  /**
   * Binds the same, for runs that may exist already; in one order, or two of them could deadlock.
   */
  static final Sql CREATE_DUE = Sql.of("WITH x AS MATERIALIZED (SELECT * FROM " + ARRAYS
      + "), r AS (" + INSERT + "SELECT t, 0, y, r, i, n, s, d, " + PART
      + ", CAST(? AS bigint) FROM x ORDER BY t, s, i ON CONFLICT DO NOTHING" + WAITS + ") "
      + QUEUE + "r");

  /** Binds now, limit, worker, now; returns a packet. */
  static final Sql CLAIM = claim("");

  /** Binds now, types, limit, worker, now; returns a packet. */
  static final Sql CLAIM_TYPES = claim(" AND type_id = ANY(?)");

  private static final String ACCEPTED = "(SELECT count(*) FROM d)";
  private static final String EXCHANGE =
      "SELECT (SELECT string_agg(" + ClaimPacket.RUN + ", ''::bytea) FROM c), " + ACCEPTED;

  /** Binds runs, attempts, statuses, instants; returns how many. Nothing else to store. */
  static final Sql COMPLETE_PLAIN = Sql.of("WITH " + ends("", "") + " SELECT " + ACCEPTED);

  /**
   * Binds results, then as {@link #COMPLETE_PLAIN}, the results' offsets and lengths, errors, the
   * place in the delays from 1, or 0, and the delays.
   */
  static final Sql COMPLETE = Sql.of("WITH " + ends() + " SELECT " + ACCEPTED);

  /** A completion's parameters, then a claim's; returns a packet and how many. */
  static final Sql EXCHANGE_PLAIN = exchange(ends("", ""), "");

  static final Sql EXCHANGE_PLAIN_TYPES = exchange(ends("", ""), " AND type_id = ANY(?)");
  static final Sql EXCHANGE_ALL = exchange(ends(), "");
  static final Sql EXCHANGE_ALL_TYPES = exchange(ends(), " AND type_id = ANY(?)");

  private PostgresRunSql() {}

  private static Sql one(String insert) {
    return Sql.of("WITH r AS (" + insert + ") " + QUEUE + "r RETURNING run_id");
  }

  private static Sql many(String source, String queued, String columns) {
    return Sql.of("WITH x AS MATERIALIZED (SELECT nextval('task_run_id_seq') AS id, " + source
        + "), q AS (INSERT INTO run_queue (run_id, scheduled_at, type_id) SELECT id, " + queued
        + " FROM x), r AS (INSERT INTO task_run (id, " + NEW_COLUMNS + ") SELECT id, " + columns
        + ", " + PART + ", CAST(? AS bigint) FROM x)"
        + " SELECT string_agg(int8send(id), ''::bytea) FROM x");
  }

  private static Sql claim(String condition) {
    return Sql.of("WITH " + begins(condition) + " SELECT string_agg(" + ClaimPacket.RUN
        + ", ''::bytea) FROM c");
  }

  private static Sql exchange(String ends, String condition) {
    return Sql.of("WITH " + ends + ", " + begins(condition) + " " + EXCHANGE);
  }

  /** What is claimed, as {@code c}. */
  private static String begins(String condition) {
    return "w AS (DELETE FROM run_queue WHERE ctid = ANY(ARRAY(SELECT ctid FROM run_queue"
        + " WHERE scheduled_at <= ?" + condition
        + " ORDER BY scheduled_at, run_id LIMIT ? FOR UPDATE SKIP LOCKED)) RETURNING run_id),"
        + " c AS (UPDATE task_run SET status = 2, worker_id = ?, started_at = ?,"
        + " attempt = attempt + 1 WHERE id = ANY(ARRAY(SELECT run_id FROM w)) AND status = 0"
        + " RETURNING id, task_id, scheduled_at, attempt, retry_count, shard_index, shard_total,"
        + " payload), a AS (INSERT INTO run_active (run_id) SELECT id FROM c)";
  }

  /** What ends, as {@code d}, with results, errors and the runs that try again. */
  private static String ends() {
    return ends(", ?::int[], ?::int[], ?::text[], ?::int[]", ", o, l, e, k")
        + ", n AS (" + INSERT + "SELECT r.task_id, 0, r.type_id, r.retry_count + 1,"
        + " r.shard_index, r.shard_total,"
        + " d.t + (?::bigint[])[(d.k - 1) * " + DELAYS + " + r.retry_count + 1], FALSE, r.payload,"
        + " d.t FROM d JOIN task_run AS r ON r.id = d.id JOIN task AS t ON t.id = r.task_id"
        + " WHERE d.k > 0 AND t.status = 0 AND r.retry_count < LEAST(t.max_retries, " + DELAYS
        + ")" + WAITS + "), m AS (" + QUEUE + "n)";
  }

  private static String ends(String arrays, String columns) {
    boolean plain = columns.isEmpty();
    return "d AS (UPDATE task_run AS r SET status = x.s, completed_at = x.t"
        + (plain ? "" : ", result = " + PART + ", error_message = x.e")
        + " FROM unnest(?::bigint[], ?::int[], ?::smallint[], ?::bigint[]" + arrays
        + ") AS x(i, a, s, t" + columns
        + ") WHERE r.id = x.i AND r.attempt = x.a AND r.status = 2 RETURNING r.id"
        + (plain ? "" : ", x.t, x.k")
        + "), g AS (DELETE FROM run_active USING d WHERE run_id = d.id)";
  }
}
