package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;

/** Every statement on the queues' tables, in one dialect. Each says what it binds. */
final class QueueSql {
  private static final QueueSql SQLITE = new QueueSql(Dialect.SQLITE);
  private static final QueueSql POSTGRESQL = new QueueSql(Dialect.POSTGRESQL);

  private static final String LATEST_DELIVERY =
      " WHERE id = ? AND deliveries = ? AND visible_at = ?";

  /** Binds the name; returns the id of the new queue, or nothing. */
  final Sql create = Sql.of(
      "INSERT INTO message_queue (name) VALUES (?) ON CONFLICT (name) DO NOTHING RETURNING id");

  /** Binds the name; returns the id. */
  final Sql find = Sql.of("SELECT id FROM message_queue WHERE name = ?");

  /** Binds the id; returns the id if there is such a queue. */
  final Sql exists = Sql.of("SELECT id FROM message_queue WHERE id = ?");

  /** PostgreSQL alone: waits for publishers, and lets none begin. SQLite has one writer. */
  final Sql lockPublishers = Sql.of("LOCK TABLE message IN SHARE ROW EXCLUSIVE MODE");

  /** Binds the name; returns the id that it had. */
  final Sql delete = Sql.of("DELETE FROM message_queue WHERE name = ? RETURNING id");

  /** Binds the queue. */
  final Sql deleteMessages = Sql.of("DELETE FROM message WHERE queue_id = ?");

  /** Binds queue, dead. */
  final Sql purge = Sql.of("DELETE FROM message WHERE queue_id = ? AND dead = ?");

  /** Binds queue, dead, queue; returns how many messages, or nothing if there is no such queue. */
  final Sql count = Sql.of("SELECT (SELECT count(*) FROM message WHERE queue_id = ? AND dead = ?)"
      + " FROM message_queue WHERE id = ?");

  /** Binds body, queue; inserts nothing if there is no such queue. */
  final Sql publish =
      Sql.of("INSERT INTO message (queue_id, body) SELECT id, ? FROM message_queue WHERE id = ?");

  /**
   * PostgreSQL alone: the same for many bodies in one value. Binds the value, where each begins
   * from 1, their lengths, queue.
   */
  final Sql publishAll = Sql.of("INSERT INTO message (queue_id, body)"
      + " SELECT q.id, substring(p.b FROM x.f FOR x.n)"
      + " FROM message_queue AS q, (SELECT ?::bytea AS b) AS p,"
      + " unnest(?::int[], ?::int[]) WITH ORDINALITY AS x(f, n, o)"
      + " WHERE q.id = ? ORDER BY x.o");

  /**
   * Hands out the oldest that are visible, or marks those dead whose deliveries are used up. Binds
   * most deliveries three times with, in its second place, the next visible instant: most, most,
   * until, most, queue, dead, now, limit. Returns id, deliveries, and the body unless it is dead
   * now.
   */
  final Sql consume;

  /** Binds id, deliveries, visible instant. */
  final Sql ack = Sql.of("DELETE FROM message" + LATEST_DELIVERY);

  /** PostgreSQL alone: the same as arrays. */
  final Sql ackAll = Sql.of("DELETE FROM message AS m"
      + " USING unnest(?::bigint[], ?::int[], ?::bigint[]) AS a(i, d, v)"
      + " WHERE m.id = a.i AND m.deliveries = a.d AND m.visible_at = a.v");

  /** Makes it visible again. Binds id, deliveries, visible instant. */
  final Sql release = Sql.of("UPDATE message SET visible_at = 0" + LATEST_DELIVERY);

  /** Makes it a dead letter. Binds id, deliveries, visible instant. */
  final Sql bury = Sql.of("UPDATE message SET dead = TRUE, visible_at = 0" + LATEST_DELIVERY);

  /** Removes the oldest dead letters that nobody holds. Binds queue, now, how many. */
  final Sql trim = Sql.of("DELETE FROM message WHERE id IN (SELECT id FROM message"
      + " WHERE queue_id = ? AND dead = TRUE AND visible_at <= ? ORDER BY id LIMIT ?)");

  private QueueSql(Dialect dialect) {
    String oldest = "SELECT id FROM message WHERE queue_id = ? AND dead = ? AND visible_at <= ?"
        + " ORDER BY id LIMIT ?";
    String chosen = dialect == Dialect.POSTGRESQL
        ? "id = ANY(ARRAY(" + oldest + " FOR UPDATE SKIP LOCKED))"
        : "id IN (" + oldest + ")";
    consume = Sql.of("UPDATE message SET"
        + " dead = (dead OR deliveries >= ?),"
        + " visible_at = CASE WHEN deliveries >= ? THEN 0 ELSE ? END,"
        + " deliveries = CASE WHEN deliveries >= ? THEN deliveries ELSE deliveries + 1 END"
        + " WHERE " + chosen
        + " RETURNING id, deliveries, CASE WHEN visible_at = 0 THEN NULL ELSE body END");
  }

  static QueueSql of(Dialect dialect) {
    return dialect == Dialect.SQLITE ? SQLITE : POSTGRESQL;
  }
}
