package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: a batch is one statement over arrays, one array a column, one round trip. */
final class ArrayRunBatches implements RunBatches {
  private final RunSql sql;

  ArrayRunBatches(RunSql sql) {
    this.sql = sql;
  }

  @Override
  public long[] create(Session session, List<NewRun> runs, long now) throws SQLException {
    long[] ids = new long[runs.size()];
    try (ResultSet rows = bound(session.prepare(sql.createAll), runs, now).executeQuery()) {
      for (int i = 0; i < ids.length; i++) {
        rows.next();
        ids[i] = rows.getLong(1);
      }
    }
    return ids;
  }

  @Override
  public int createDue(Session session, List<NewRun> runs, long now) throws SQLException {
    return bound(session.prepare(sql.createAllDue), runs, now).executeUpdate();
  }

  private static PreparedStatement bound(PreparedStatement insert, List<NewRun> runs, long now)
      throws SQLException {
    int size = runs.size();
    long[] tasks = new long[size];
    int[] types = new int[size];
    int[] retries = new int[size];
    int[] shards = new int[size];
    int[] totals = new int[size];
    long[] instants = new long[size];
    boolean[] due = new boolean[size];
    byte[] @Nullable [] payloads = new byte[size][];
    for (int i = 0; i < size; i++) {
      NewRun run = runs.get(i);
      tasks[i] = run.taskId();
      types[i] = run.typeId();
      retries[i] = run.retryCount();
      shards[i] = run.shardIndex();
      totals[i] = run.shardTotal();
      instants[i] = run.scheduledAt();
      due[i] = run.due();
      payloads[i] = RunRows.array(run.payload());
    }
    insert.setLong(1, now);
    insert.setObject(2, tasks);
    insert.setObject(3, types);
    insert.setObject(4, retries);
    insert.setObject(5, shards);
    insert.setObject(6, totals);
    insert.setObject(7, instants);
    insert.setObject(8, due);
    insert.setObject(9, payloads);
    return insert;
  }

  @Override
  public int complete(Session session, List<Completion> completions) throws SQLException {
    int size = completions.size();
    long[] runs = new long[size];
    int[] attempts = new int[size];
    short[] statuses = new short[size];
    long[] instants = new long[size];
    byte[] @Nullable [] results = new byte[size][];
    @Nullable String[] errors = new String[size];
    for (int i = 0; i < size; i++) {
      Completion completion = completions.get(i);
      runs[i] = completion.runId();
      attempts[i] = completion.attempt();
      statuses[i] = (short) completion.status().code();
      instants[i] = completion.completedAt();
      results[i] = RunRows.array(completion.result());
      errors[i] = completion.errorMessage();
    }
    PreparedStatement update = session.prepare(sql.completeAll);
    update.setObject(1, runs);
    update.setObject(2, attempts);
    update.setObject(3, statuses);
    update.setObject(4, instants);
    update.setObject(5, results);
    update.setObject(6, errors);
    return update.executeUpdate();
  }
}
