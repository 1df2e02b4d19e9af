package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.jdbc.IdText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Tasks to and from rows, column by column, in the order of {@link TaskSql}'s lists. */
final class TaskRows {
  /** How many parameters {@link #bind} binds. */
  static final int WRITTEN = 11;

  private TaskRows() {}

  static void bind(PreparedStatement statement, NewTask task, int typeId, long nextDueAt)
      throws SQLException {
    statement.setString(1, task.name());
    statement.setInt(2, typeId);
    statement.setString(3, task.schedule());
    statement.setBytes(4, task.parameters().exactArray());
    statement.setInt(5, task.timeoutSeconds());
    statement.setInt(6, task.maxRetries());
    statement.setInt(7, task.status().code());
    statement.setString(8, IdText.of(task.dependencies()));
    statement.setInt(9, task.shardCount());
    statement.setString(10, task.shardKey());
    bindInstant(statement, 11, nextDueAt);
  }

  /** Binds an instant, or NULL for 0. */
  static void bindInstant(PreparedStatement statement, int index, long instant)
      throws SQLException {
    if (instant == 0) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, instant);
    }
  }

  static Task task(ResultSet rows, JdbcTaskTypes types, Session session) throws SQLException {
    int typeId = rows.getInt(3);
    return new Task(
        rows.getLong(1),
        rows.getString(2),
        typeId,
        types.name(session, typeId),
        rows.getString(4),
        Bytes.of(rows.getBytes(5)),
        rows.getInt(6),
        rows.getInt(7),
        TaskStatus.ofCode(rows.getInt(8)),
        IdText.ids(rows.getString(9)),
        rows.getInt(10),
        rows.getString(11),
        rows.getLong(12), // NULL reads as 0: never
        rows.getLong(13),
        rows.getLong(14));
  }

  static Task task(
      long id, NewTask task, int typeId, long nextDueAt, long createdAt, long updatedAt) {
    return new Task(
        id,
        task.name(),
        typeId,
        task.taskType(),
        task.schedule(),
        task.parameters(),
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status(),
        task.dependencies(),
        task.shardCount(),
        task.shardKey(),
        nextDueAt,
        createdAt,
        updatedAt);
  }

  static DueTask due(ResultSet rows) throws SQLException {
    return new DueTask(
        rows.getLong(1),
        rows.getInt(2),
        rows.getString(3),
        IdText.ids(rows.getString(4)),
        rows.getInt(5),
        rows.getLong(6),
        rows.getLong(7));
  }

  static TaskState state(ResultSet rows) throws SQLException {
    long latestRun = rows.getLong(3); // NULL reads as 0: there is none
    return new TaskState(
        rows.getLong(1),
        TaskStatus.ofCode(rows.getInt(2)),
        latestRun,
        latestRun == 0 ? null : RunStatus.ofCode(rows.getInt(4)));
  }

  static TaskDependencies dependencies(ResultSet rows) throws SQLException {
    return new TaskDependencies(rows.getLong(1), IdText.ids(rows.getString(2)));
  }
}
