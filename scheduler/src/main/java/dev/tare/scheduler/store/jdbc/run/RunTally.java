package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Adds up the rows of a tally, one a status. */
final class RunTally {
  private final long[] counts = new long[RunStatus.values().length];
  private long executed;
  private long executedMillis;
  private long longestMillis;

  void add(ResultSet rows) throws SQLException {
    RunStatus status = RunStatus.ofCode(rows.getInt(1));
    counts[status.code()] = rows.getLong(2);
    if (status.isFinished()) {
      executed += rows.getLong(3);
      executedMillis += rows.getLong(4); // NULL reads as 0: none had been started
      longestMillis = Math.max(longestMillis, rows.getLong(5));
    }
  }

  RunStats stats() {
    return new RunStats(
        counts[RunStatus.PENDING.code()],
        counts[RunStatus.DISPATCHED.code()],
        counts[RunStatus.RUNNING.code()],
        counts[RunStatus.COMPLETED.code()],
        counts[RunStatus.FAILED.code()],
        counts[RunStatus.TIMEOUT.code()],
        counts[RunStatus.CANCELLED.code()],
        executed,
        executedMillis,
        longestMillis);
  }
}
