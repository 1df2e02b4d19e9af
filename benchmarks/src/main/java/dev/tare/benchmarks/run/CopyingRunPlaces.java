package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;

/**
 * The tables beside the runs, {@code run_queue} and {@code run_active} of PostgreSQL, as the
 * copying repository keeps them: a fresh statement a row. SQLite has none.
 */
final class CopyingRunPlaces {
  private static final String QUEUE =
      "INSERT INTO run_queue (run_id, scheduled_at, type_id)" + " VALUES (?, ?, ?)";
  private static final String UNQUEUE =
      "DELETE FROM run_queue WHERE run_id = ?" + " AND scheduled_at = ?";
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

  /** The condition of the runs that workers hold. */
  String held() {
    return "r.status IN (1, 2)" + (present ? " AND r.id IN (SELECT run_id FROM run_active)" : "");
  }

  /** A run was created and waits. */
  void created(CopyingStatements statements, Long id, Long scheduledAt, int typeId)
      throws SQLException {
    if (present) {
      statements.update(QUEUE, id, scheduledAt, typeId);
    }
  }

  /** A run went from one status to another. */
  void moved(CopyingStatements statements, RunEntity from, RunEntity to) throws SQLException {
    if (!present) {
      return;
    }
    if (from.isPending()) {
      statements.update(UNQUEUE, from.id(), from.scheduledAt().toEpochMilli());
    }
    if (from.isHeld() && !to.isHeld()) {
      statements.update(RELEASE, from.id());
    }
    if (to.isHeld() && !from.isHeld()) {
      statements.update(HOLD, to.id());
    }
    if (to.isPending()) {
      created(statements, to.id(), to.scheduledAt().toEpochMilli(), to.typeId());
    }
  }
}
