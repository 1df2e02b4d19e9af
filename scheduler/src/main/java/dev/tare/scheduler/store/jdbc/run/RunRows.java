package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs from rows, column by column, in the order of the statements' lists. */
final class RunRows {

  private RunRows() {}

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

  private static @Nullable Bytes view(byte @Nullable [] array) {
    return array == null ? null : Bytes.of(array);
  }
}
