package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs to and from rows, column by column, in the order of {@link RunSql}'s lists. */
final class RunRows {

  private RunRows() {}

  /** Inserts one run and returns its id. */
  static long create(PreparedStatement insert, NewRun run, long now) throws SQLException {
    bind(insert, run, now);
    try (ResultSet rows = insert.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void bind(PreparedStatement insert, NewRun run, long now) throws SQLException {
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

  static TaskRun run(ResultSet rows) throws SQLException {
    return new TaskRun(
        rows.getLong(1),
        rows.getLong(2),
        RunStatus.ofCode(rows.getInt(3)),
        rows.getString(4),
        rows.getInt(5),
        rows.getInt(6),
        rows.getInt(7),
        rows.getInt(8),
        rows.getLong(9),
        rows.getLong(10), // NULL reads as 0: it has not come
        rows.getLong(11),
        view(rows.getBytes(12)),
        view(rows.getBytes(13)),
        rows.getString(14),
        rows.getLong(15));
  }

  static ClaimedRun claimed(ResultSet rows) throws SQLException {
    return new ClaimedRun(
        rows.getLong(1),
        rows.getLong(2),
        rows.getInt(3),
        rows.getInt(4),
        rows.getInt(5),
        rows.getInt(6),
        rows.getLong(7),
        view(rows.getBytes(8)));
  }

  static ActiveRun active(ResultSet rows) throws SQLException {
    return new ActiveRun(
        rows.getLong(1),
        rows.getLong(2),
        RunStatus.ofCode(rows.getInt(3)),
        rows.getInt(4),
        rows.getInt(5),
        rows.getString(6),
        rows.getLong(7));
  }

  static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.exactArray();
  }

  private static @Nullable Bytes view(byte @Nullable [] array) {
    return array == null ? null : Bytes.of(array);
  }
}
