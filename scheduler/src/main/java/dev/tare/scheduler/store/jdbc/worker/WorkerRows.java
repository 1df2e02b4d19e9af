package dev.tare.scheduler.store.jdbc.worker;

import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.model.worker.WorkerStatus;
import dev.tare.scheduler.store.jdbc.IdText;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Workers from rows, column by column, in the order of {@link WorkerSql}'s lists. */
final class WorkerRows {

  private WorkerRows() {}

  static Worker worker(ResultSet rows) throws SQLException {
    return new Worker(
        rows.getString(1),
        rows.getString(2),
        rows.getString(3),
        IdText.types(rows.getString(4)),
        rows.getInt(5),
        rows.getInt(6),
        WorkerStatus.ofCode(rows.getInt(7)),
        rows.getLong(8),
        rows.getLong(9));
  }

  static WorkerLoad load(ResultSet rows) throws SQLException {
    return new WorkerLoad(
        rows.getString(1),
        WorkerStatus.ofCode(rows.getInt(2)),
        rows.getInt(3),
        rows.getInt(4),
        rows.getInt(5));
  }

  static WorkerState state(ResultSet rows) throws SQLException {
    return new WorkerState(rows.getString(1), WorkerStatus.ofCode(rows.getInt(2)), rows.getLong(3));
  }
}
