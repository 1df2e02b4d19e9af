package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.error.ValidationException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Reads what a driver's exception means; called only when something has failed. */
public final class Failures {
  /** A text with a NUL character, a number out of range: the class of such states. */
  private static final String DATA_EXCEPTION = "22";

  private static final int SQLITE_CONSTRAINT = 19;
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;

  private Failures() {}

  /** Whether a row with the same unique key was there already. */
  public static boolean isUniqueViolation(SQLException e) {
    return "23505".equals(e.getSQLState())
        || ((e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT && contains(e, "UNIQUE"));
  }

  /**
   * What to throw for a failed operation on a table, with the id that it was about. A value that
   * the database can not hold is its giver's error, and says nothing against the database.
   */
  public static SchedulerException storage(
      SQLException e, String operation, String table, Object subject) {
    String message = operation + " on " + table + ' ' + subject + " failed: " + e.getMessage();
    String state = e.getSQLState();
    if (state != null && state.startsWith(DATA_EXCEPTION)) {
      return new ValidationException(message);
    }
    return new StorageException(message, isTransient(e), e);
  }

  /** Connection failures, full pools, shutdowns, deadlocks, serialisation and lock waits pass. */
  private static boolean isTransient(SQLException e) {
    if (e instanceof SQLTransientException) {
      return true;
    }
    String state = e.getSQLState();
    if (state != null
        && (state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("57")
            || state.startsWith("53")
            || state.equals("55P03"))) {
      return true;
    }
    int code = e.getErrorCode() & 0xff;
    return state == null && (code == SQLITE_BUSY || code == SQLITE_LOCKED);
  }

  private static boolean contains(SQLException e, String text) {
    @Nullable String message = e.getMessage();
    return message != null && message.contains(text);
  }
}
