package dev.tare.benchmarks.run;

import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row of the statistics of the copying repository: the runs in one status. */
record StatusCount(RunStatus status, Long runs, Long started, Long millis, Long longest) {
  /** A condition follows, then {@link #SINCE}. */
  static final String SELECT = "SELECT r.status, COUNT(*) AS runs, COUNT(r.started_at) AS started,"
      + " SUM(r.completed_at - r.started_at) AS millis,"
      + " MAX(r.completed_at - r.started_at) AS longest FROM task_run AS r WHERE ";

  /** Binds an instant. */
  static final String SINCE = " AND (r.status < 3 OR r.completed_at >= ?) GROUP BY r.status";

  static StatusCount read(ResultSet row) throws SQLException {
    return new StatusCount(
        RunStatus.ofCode(row.getInt("status")),
        row.getLong("runs"),
        row.getLong("started"),
        row.getLong("millis"),
        row.getLong("longest"));
  }

  static RunStats sum(List<StatusCount> counts) {
    Map<RunStatus, StatusCount> byStatus =
        counts.stream().collect(Collectors.toMap(StatusCount::status, Function.identity()));
    List<StatusCount> finished =
        counts.stream().filter(count -> count.status().isFinished()).toList();
    return new RunStats(
        runs(byStatus, RunStatus.PENDING),
        runs(byStatus, RunStatus.DISPATCHED),
        runs(byStatus, RunStatus.RUNNING),
        runs(byStatus, RunStatus.COMPLETED),
        runs(byStatus, RunStatus.FAILED),
        runs(byStatus, RunStatus.TIMEOUT),
        runs(byStatus, RunStatus.CANCELLED),
        finished.stream().mapToLong(StatusCount::started).sum(),
        finished.stream().mapToLong(StatusCount::millis).sum(),
        finished.stream().mapToLong(StatusCount::longest).reduce(0, Math::max));
  }

  private static long runs(Map<RunStatus, StatusCount> byStatus, RunStatus status) {
    StatusCount count = byStatus.get(status);
    return count == null ? 0 : count.runs();
  }
}
