package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sql;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: whatever the size of a batch, one statement and one round trip. */
final class PostgresRunBatches implements RunBatches {
  private final RetryDelay delay;

  PostgresRunBatches(RetryDelay delay) {
    this.delay = delay;
  }

  @Override
  public long create(Session session, NewRun run, long now) throws SQLException {
    boolean plain = !run.due() && run.retryCount() == 0 && run.shardTotal() == 0;
    PreparedStatement insert =
        session.prepare(plain ? PostgresRunSql.CREATE_PLAIN : PostgresRunSql.CREATE);
    int next = 1;
    insert.setLong(next++, run.taskId());
    insert.setInt(next++, run.typeId());
    if (!plain) {
      insert.setInt(next++, run.retryCount());
      insert.setInt(next++, run.shardIndex());
      insert.setInt(next++, run.shardTotal());
    }
    insert.setLong(next++, run.scheduledAt());
    if (!plain) {
      insert.setBoolean(next++, run.due());
    }
    bindPayload(insert, next++, run.payload());
    insert.setLong(next, now);
    try (ResultSet rows = insert.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** As a stream: what is set as an array, the driver copies first. */
  private static void bindPayload(PreparedStatement insert, int index, @Nullable Bytes payload)
      throws SQLException {
    if (payload == null) {
      insert.setNull(index, Types.VARBINARY);
    } else {
      insert.setBinaryStream(
          index,
          new ByteArrayInputStream(payload.array(), payload.offset(), payload.length()),
          payload.length());
    }
  }

  @Override
  public long[] createAll(Session session, List<NewRun> runs, long now) throws SQLException {
    PreparedStatement insert;
    if (NewRunArrays.areAlike(runs)) {
      insert = session.prepare(PostgresRunSql.CREATE_ALIKE);
      NewRunArrays.bindAlike(insert, runs, now);
    } else {
      insert = session.prepare(PostgresRunSql.CREATE_EACH);
      NewRunArrays.bindEach(insert, runs, now);
    }
    long[] ids = new long[runs.size()];
    try (ResultSet rows = insert.executeQuery()) {
      rows.next();
      ByteBuffer.wrap(rows.getBytes(1)).asLongBuffer().get(ids);
    }
    return ids;
  }

  @Override
  public int createDue(Session session, List<NewRun> runs, long now) throws SQLException {
    PreparedStatement insert = session.prepare(PostgresRunSql.CREATE_DUE);
    NewRunArrays.bindEach(insert, runs, now);
    return insert.executeUpdate();
  }

  @Override
  public List<ClaimedRun> claim(
      Session session, String workerId, TypeSet types, int limit, long now) throws SQLException {
    PreparedStatement claim =
        session.prepare(types.isAll() ? PostgresRunSql.CLAIM : PostgresRunSql.CLAIM_TYPES);
    bindClaim(claim, 1, workerId, types, limit, now);
    try (ResultSet rows = claim.executeQuery()) {
      rows.next();
      return ClaimPacket.open(rows.getBytes(1), limit);
    }
  }

  private static void bindClaim(
      PreparedStatement claim, int first, String workerId, TypeSet types, int limit, long now)
      throws SQLException {
    int next = first;
    claim.setLong(next++, now);
    if (!types.isAll()) {
      claim.setObject(next++, types.ids());
    }
    claim.setInt(next++, limit);
    claim.setString(next++, workerId);
    claim.setLong(next, now);
  }

  @Override
  public int complete(Session session, List<Completion> completions) throws SQLException {
    boolean plain = CompletionArrays.arePlain(completions);
    PreparedStatement update =
        session.prepare(plain ? PostgresRunSql.COMPLETE_PLAIN : PostgresRunSql.COMPLETE);
    CompletionArrays.bind(update, completions, plain ? null : delay);
    try (ResultSet rows = update.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public Exchange completeAndClaim(
      Session session,
      List<Completion> completions,
      String workerId,
      TypeSet types,
      int limit,
      long now)
      throws SQLException {
    boolean plain = CompletionArrays.arePlain(completions);
    PreparedStatement exchange = session.prepare(exchange(plain, types.isAll()));
    int next = CompletionArrays.bind(exchange, completions, plain ? null : delay);
    bindClaim(exchange, next, workerId, types, limit, now);
    try (ResultSet rows = exchange.executeQuery()) {
      rows.next();
      return new Exchange(rows.getInt(2), ClaimPacket.open(rows.getBytes(1), limit));
    }
  }

  private static Sql exchange(boolean plain, boolean allTypes) {
    if (plain) {
      return allTypes ? PostgresRunSql.EXCHANGE_PLAIN : PostgresRunSql.EXCHANGE_PLAIN_TYPES;
    }
    return allTypes ? PostgresRunSql.EXCHANGE_ALL : PostgresRunSql.EXCHANGE_ALL_TYPES;
  }
}
