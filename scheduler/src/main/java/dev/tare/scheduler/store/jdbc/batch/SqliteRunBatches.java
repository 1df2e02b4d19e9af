package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.jdbc.Lists;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite: a loop has no round trips to save, so a batch is one in a transaction. */
final class SqliteRunBatches implements RunBatches {
  private static final Comparator<ClaimedRun> OLDEST_FIRST =
      Comparator.comparingLong(ClaimedRun::scheduledAt).thenComparingLong(ClaimedRun::id);

  /** More than any loop asks for: whoever asks for all there are makes no list for them ahead. */
  private static final int USUAL_LIMIT = 1024;

  private final RetryDelay delay;

  SqliteRunBatches(RetryDelay delay) {
    this.delay = delay;
  }

  @Override
  public long create(Session session, NewRun run, long now) throws SQLException {
    return create(session.prepare(SqliteRunSql.CREATE), run, now);
  }

  private static long create(PreparedStatement insert, NewRun run, long now) throws SQLException {
    bind(insert, run, now);
    try (ResultSet rows = insert.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void bind(PreparedStatement insert, NewRun run, long now) throws SQLException {
    insert.setLong(1, run.taskId());
    insert.setInt(2, run.typeId());
    insert.setInt(3, run.retryCount());
    insert.setInt(4, run.shardIndex());
    insert.setInt(5, run.shardTotal());
    insert.setLong(6, run.scheduledAt());
    insert.setBoolean(7, run.due());
    insert.setBytes(8, array(run.payload()));
    insert.setLong(9, now);
  }

  @Override
  public long[] createAll(Session session, List<NewRun> runs, long now) throws SQLException {
    long[] ids = new long[runs.size()];
    session.begin();
    PreparedStatement insert = session.prepare(SqliteRunSql.CREATE);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = create(insert, runs.get(i), now);
    }
    session.commit();
    return ids;
  }

  @Override
  public int createDue(Session session, List<NewRun> runs, long now) throws SQLException {
    int created = 0;
    session.begin();
    PreparedStatement insert = session.prepare(SqliteRunSql.CREATE_DUE);
    for (int i = 0; i < runs.size(); i++) {
      bind(insert, runs.get(i), now);
      created += insert.executeUpdate();
    }
    session.commit();
    return created;
  }

  @Override
  public List<ClaimedRun> claim(
      Session session, String workerId, TypeSet types, int limit, long now) throws SQLException {
    PreparedStatement claim =
        session.prepare(types.isAll() ? SqliteRunSql.CLAIM : SqliteRunSql.CLAIM_TYPES);
    claim.setString(1, workerId);
    claim.setLong(2, now);
    claim.setLong(3, now);
    int next = 4;
    if (!types.isAll()) {
      Lists.SQLITE.bind(claim, next++, types);
    }
    claim.setInt(next, limit);
    try (ResultSet rows = claim.executeQuery()) {
      List<ClaimedRun> claimed = new ArrayList<>(Math.min(limit, USUAL_LIMIT));
      while (rows.next()) {
        claimed.add(read(rows));
      }
      claimed.sort(OLDEST_FIRST); // what an update returns comes in no order
      return claimed;
    }
  }

  private static ClaimedRun read(ResultSet rows) throws SQLException {
    byte[] payload = rows.getBytes(8);
    return new ClaimedRun(
        rows.getLong(1),
        rows.getLong(2),
        rows.getInt(3),
        rows.getInt(4),
        rows.getInt(5),
        rows.getInt(6),
        rows.getLong(7),
        payload == null ? null : Bytes.of(payload));
  }

  @Override
  public int complete(Session session, List<Completion> completions) throws SQLException {
    session.begin();
    int accepted = completeEach(session, completions);
    session.commit();
    return accepted;
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
    session.begin();
    // Claimed first: what the completions bring back for another try is not for this claim.
    List<ClaimedRun> claimed = claim(session, workerId, types, limit, now);
    int accepted = completeEach(session, completions);
    session.commit();
    return new Exchange(accepted, claimed);
  }

  private int completeEach(Session session, List<Completion> completions) throws SQLException {
    int accepted = 0;
    for (int i = 0; i < completions.size(); i++) {
      Completion completion = completions.get(i);
      int updated = complete(session, completion);
      accepted += updated;
      boolean failed =
          completion.status() == RunStatus.FAILED || completion.status() == RunStatus.TIMEOUT;
      if (updated == 1 && failed) {
        tryAgain(session, completion);
      }
    }
    return accepted;
  }

  private static int complete(Session session, Completion completion) throws SQLException {
    boolean plain = completion.result() == null && completion.errorMessage() == null;
    PreparedStatement update =
        session.prepare(plain ? SqliteRunSql.COMPLETE_PLAIN : SqliteRunSql.COMPLETE);
    int next = 1;
    update.setInt(next++, completion.status().code());
    update.setLong(next++, completion.completedAt());
    if (!plain) {
      update.setBytes(next++, array(completion.result()));
      update.setString(next++, completion.errorMessage());
    }
    update.setLong(next++, completion.runId());
    update.setInt(next, completion.attempt());
    return update.executeUpdate();
  }

  private void tryAgain(Session session, Completion completion) throws SQLException {
    PreparedStatement select = session.prepare(SqliteRunSql.RETRIES);
    select.setLong(1, completion.runId());
    int retries;
    try (ResultSet rows = select.executeQuery()) {
      if (!rows.next()) {
        return;
      }
      retries = rows.getInt(1);
    }
    PreparedStatement insert = session.prepare(SqliteRunSql.TRY_AGAIN);
    insert.setLong(1, completion.completedAt() + delay.millis(retries));
    insert.setLong(2, completion.completedAt());
    insert.setLong(3, completion.runId());
    insert.executeUpdate();
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.exactArray();
  }
}
