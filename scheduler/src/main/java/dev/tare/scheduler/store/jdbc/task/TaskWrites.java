package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.jdbc.Failures;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Creates and changes tasks, and keeps the graph of dependencies whole. */
final class TaskWrites {
  private final Table table;
  private final Dialect dialect;
  private final TaskSql sql;
  private final Lists lists;
  private final JdbcTaskTypes types;

  TaskWrites(Table table, Dialect dialect, JdbcTaskTypes types) {
    this.table = table;
    this.dialect = dialect;
    this.sql = TaskSql.of(dialect);
    this.lists = Lists.of(dialect);
    this.types = types;
  }

  /** One statement: nothing can depend on a task that does not exist yet, so there is no cycle. */
  Task create(NewTask task, long nextDueAt, long now) {
    long due = due(task, nextDueAt);
    return table.work("create", task.name(), session -> {
      int typeId = types.intern(session, task.taskType());
      checkExistence(session, task.dependencies());
      PreparedStatement insert = session.prepare(sql.create);
      TaskRows.bind(insert, task, typeId, due);
      insert.setLong(TaskRows.WRITTEN + 1, now);
      insert.setLong(TaskRows.WRITTEN + 2, now);
      try (ResultSet rows = insert.executeQuery()) {
        if (!rows.next()) {
          throw nameTaken(task);
        }
        return TaskRows.task(rows.getLong(1), task, typeId, due, now, now);
      }
    });
  }

  Task update(long taskId, NewTask task, long nextDueAt, long now) {
    int typeId = types.idOf(task.taskType());
    return table.transaction("update", taskId, session -> {
      if (!task.dependencies().isEmpty()) {
        if (dialect == Dialect.POSTGRESQL) {
          session.prepare(sql.lockGraph).execute();
        }
        checkExistence(session, task.dependencies());
        checkCycle(session, taskId, task.dependencies());
      }
      try {
        return update(session, taskId, task, typeId, due(task, nextDueAt), now);
      } catch (SQLException e) {
        if (Failures.isUniqueViolation(e)) { // another took the name at the same time
          throw nameTaken(task);
        }
        throw e;
      }
    });
  }

  private Task update(
      Session session, long taskId, NewTask task, int typeId, long nextDueAt, long now)
      throws SQLException {
    PreparedStatement update = session.prepare(sql.update);
    TaskRows.bind(update, task, typeId, nextDueAt);
    int next = TaskRows.WRITTEN + 1;
    update.setLong(next++, now);
    update.setLong(next++, now);
    update.setLong(next++, taskId);
    update.setString(next++, task.name());
    update.setLong(next, taskId);
    try (ResultSet rows = update.executeQuery()) {
      if (rows.next()) {
        return TaskRows.task(taskId, task, typeId, nextDueAt, rows.getLong(1), rows.getLong(2));
      }
    }
    checkExistence(session, taskId);
    throw nameTaken(task);
  }

  /** Whether the task was active. */
  boolean delete(long taskId, long now) {
    return table.work("delete", taskId, session -> {
      PreparedStatement update = session.prepare(sql.delete);
      update.setLong(1, now);
      update.setLong(2, now);
      update.setLong(3, taskId);
      if (update.executeUpdate() == 1) {
        return true;
      }
      checkExistence(session, taskId);
      return false;
    });
  }

  private void checkExistence(Session session, long taskId) throws SQLException {
    if (Table.number(session, sql.exists, s -> s.setLong(1, taskId)) == 0) {
      throw new NotFoundException("task", taskId);
    }
  }

  private void checkExistence(Session session, Ids dependencies) throws SQLException {
    if (dependencies.isEmpty()) {
      return;
    }
    long found = Table.number(session, sql.countOf, s -> lists.bind(s, 1, dependencies));
    if (found < dependencies.size()) {
      throw new ValidationException("dependencies of a task are " + dependencies + ", of which "
          + (dependencies.size() - found) + " do not exist: create them first");
    }
  }

  private void checkCycle(Session session, long taskId, Ids dependencies) throws SQLException {
    long cycles = Table.number(session, sql.reaches, statement -> {
      statement.setString(1, dependencies.toString());
      statement.setLong(2, taskId);
    });
    if (cycles > 0) {
      throw new ValidationException("task " + taskId + " would depend on itself through its"
          + " dependencies " + dependencies + ": leave out the one that leads back");
    }
  }

  private static ConflictException nameTaken(NewTask task) {
    return new ConflictException(
        "a task has the name " + task.name() + " already: names are unique, choose another");
  }

  private static long due(NewTask task, long nextDueAt) {
    return task.status() == TaskStatus.ACTIVE && task.schedule() != null ? nextDueAt : 0;
  }
}
