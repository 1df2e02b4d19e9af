package dev.tare.scheduler.store.jdbc.batch;

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
    PartStream.bindPlaces(insert, 1, runs, NewRun::payload);
    insert.setLong(3, first.scheduledAt());
    insert.setInt(4, first.typeId());
    insert.setLong(5, first.taskId());
    insert.setInt(6, first.typeId());
    insert.setInt(7, first.retryCount());
    insert.setInt(8, first.shardIndex());
    insert.setInt(9, first.shardTotal());
    insert.setLong(10, first.scheduledAt());
    insert.setBoolean(11, first.due());
    PartStream.bind(insert, 12, runs, NewRun::payload);
    insert.setLong(13, now);
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
    PartStream.bindPlaces(insert, 8, runs, NewRun::payload);
    PartStream.bind(insert, 10, runs, NewRun::payload);
    insert.setLong(11, now);
  }
}
