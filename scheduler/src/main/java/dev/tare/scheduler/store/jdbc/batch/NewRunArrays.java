package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Binds a batch of new runs: an array a column, or one value where all runs have the same. */
final class NewRunArrays {

  private NewRunArrays() {}

  /** Whether the runs differ in nothing but their payloads. */
  static boolean areAlike(List<NewRun> runs) {
    NewRun first = runs.get(0);
    for (int i = 1; i < runs.size(); i++) {
      NewRun run = runs.get(i);
      if (run.taskId() != first.taskId()
          || run.typeId() != first.typeId()
          || run.scheduledAt() != first.scheduledAt()
          || run.due() != first.due()
          || run.retryCount() != first.retryCount()
          || run.shardIndex() != first.shardIndex()
          || run.shardTotal() != first.shardTotal()) {
        return false;
      }
    }
    return true;
  }

  /** For {@link PostgresRunSql#CREATE_ALIKE}. */
  static void bindAlike(PreparedStatement insert, List<NewRun> runs, long now) throws SQLException {
    NewRun first = runs.get(0);
    bindParts(insert, 1, runs);
    insert.setLong(3, first.scheduledAt());
    insert.setInt(4, first.typeId());
    insert.setLong(5, first.taskId());
    insert.setInt(6, first.typeId());
    insert.setInt(7, first.retryCount());
    insert.setInt(8, first.shardIndex());
    insert.setInt(9, first.shardTotal());
    insert.setLong(10, first.scheduledAt());
    insert.setBoolean(11, first.due());
    bindPayloads(insert, 12, runs, now);
  }

  /** For {@link PostgresRunSql#CREATE_EACH} and {@link PostgresRunSql#CREATE_DUE}. */
  static void bindEach(PreparedStatement insert, List<NewRun> runs, long now) throws SQLException {
    int size = runs.size();
    long[] tasks = new long[size];
    int[] types = new int[size];
    int[] retries = new int[size];
    int[] shards = new int[size];
    int[] totals = new int[size];
    long[] instants = new long[size];
    boolean[] due = new boolean[size];
    for (int i = 0; i < size; i++) {
      NewRun run = runs.get(i);
      tasks[i] = run.taskId();
      types[i] = run.typeId();
      retries[i] = run.retryCount();
      shards[i] = run.shardIndex();
      totals[i] = run.shardTotal();
      instants[i] = run.scheduledAt();
      due[i] = run.due();
    }
    insert.setObject(1, tasks);
    insert.setObject(2, types);
    insert.setObject(3, retries);
    insert.setObject(4, shards);
    insert.setObject(5, totals);
    insert.setObject(6, instants);
    insert.setObject(7, due);
    bindParts(insert, 8, runs);
    bindPayloads(insert, 10, runs, now);
  }

  private static void bindPayloads(PreparedStatement insert, int index, List<NewRun> runs, long now)
      throws SQLException {
    insert.setBinaryStream(index, new PayloadStream(runs), PayloadStream.length(runs));
    insert.setLong(index + 1, now);
  }

  /** Where each payload is within all of them. */
  private static void bindParts(PreparedStatement insert, int index, List<NewRun> runs)
      throws SQLException {
    int[] offsets = new int[runs.size()];
    int[] lengths = new int[offsets.length];
    int offset = 1; // as PostgreSQL counts
    for (int i = 0; i < offsets.length; i++) {
      Bytes payload = runs.get(i).payload();
      offsets[i] = offset;
      lengths[i] = payload == null ? -1 : payload.length();
      offset += payload == null ? 0 : payload.length();
    }
    insert.setObject(index, offsets);
    insert.setObject(index + 1, lengths);
  }
}
