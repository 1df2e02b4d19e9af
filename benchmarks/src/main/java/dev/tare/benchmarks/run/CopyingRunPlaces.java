package dev.tare.benchmarks.run;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The tables beside the runs, {@code run_queue} and {@code run_active} of PostgreSQL, as the
 * copying repository keeps them: a fresh statement a row. SQLite has none.
 */
final class CopyingRunPlaces {
  private static final String QUEUE = "INSERT INTO run_queue (run_id, scheduled_at, type_id)"
      + " SELECT id, scheduled_at, type_id FROM task_run WHERE id = ?";
  private static final String UNQUEUE = "DELETE FROM run_queue WHERE run_id = ?"
      + " AND scheduled_at = (SELECT scheduled_at FROM task_run WHERE id = ?)";
  private static final String HOLD = "INSERT INTO run_active (run_id) VALUES (?)";
  private static final String RELEASE = "DELETE FROM run_active WHERE run_id = ?";

  private final boolean present;

  CopyingRunPlaces(Dialect dialect) {
    this.present = dialect == Dialect.POSTGRESQL;
  }

  /** The runs that wait: the tables of a query, their condition, and their order. */
  String waiting(String condition) {
    return present
        ? "SELECT r.* FROM run_queue AS q JOIN task_run AS r ON r.id = q.run_id"
            + " WHERE r.status = 0 AND q.scheduled_at <= ?" + condition
            + " ORDER BY q.scheduled_at, q.run_id LIMIT ? FOR UPDATE SKIP LOCKED"
        : "SELECT r.* FROM task_run AS r WHERE r.status = 0 AND r.scheduled_at <= ?" + condition
            + " ORDER BY r.scheduled_at, r.id LIMIT ?";
  }

  /** A run was created and waits. */
  void created(Connection connection, Long id) throws SQLException {
    if (present) {
      execute(connection, QUEUE, id);
    }
  }

  /** A run went from one status to another. */
  void moved(Connection connection, RunEntity from, RunEntity to) throws SQLException {
    if (!present) {
      return;
    }
    if (from.status() == RunStatus.PENDING) {
      try (PreparedStatement unqueue = connection.prepareStatement(UNQUEUE)) {
        unqueue.setLong(1, from.id());
        unqueue.setLong(2, from.id());
        unqueue.executeUpdate();
      }
    }
    if (isHeld(from) && !isHeld(to)) {
      execute(connection, RELEASE, from.id());
    }
    if (isHeld(to) && !isHeld(from)) {
      execute(connection, HOLD, to.id());
    }
    if (to.status() == RunStatus.PENDING) {
      execute(connection, QUEUE, to.id());
    }
  }

  private static boolean isHeld(RunEntity run) {
    return run.status() == RunStatus.DISPATCHED || run.status() == RunStatus.RUNNING;
  }

  private static void execute(Connection connection, String sql, Long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }
}
