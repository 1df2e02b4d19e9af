package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Moves due instants on, a batch at once: here the dialects part. */
final class TaskAdvance {
  private final TaskSql sql;
  private final List<DueTask> tasks;
  private final long[] next;

  TaskAdvance(TaskSql sql, List<DueTask> tasks, long[] next) {
    this.sql = sql;
    this.tasks = tasks;
    this.next = next;
  }

  int byArrays(Session session) throws SQLException {
    int size = tasks.size();
    long[] ids = new long[size];
    long[] due = new long[size];
    long[] versions = new long[size];
    for (int i = 0; i < size; i++) {
      DueTask task = tasks.get(i);
      ids[i] = task.id();
      due[i] = task.dueAt();
      versions[i] = task.updatedAt();
    }
    PreparedStatement update = session.prepare(sql.advanceAll);
    update.setObject(1, ids);
    update.setObject(2, due);
    update.setObject(3, versions);
    update.setObject(4, next);
    return update.executeUpdate();
  }

  int byLoop(Session session) throws SQLException {
    int moved = 0;
    PreparedStatement update = session.prepare(sql.advance);
    for (int i = 0; i < next.length; i++) {
      DueTask task = tasks.get(i);
      TaskRows.bindInstant(update, 1, next[i]);
      update.setLong(2, task.id());
      update.setLong(3, task.dueAt());
      update.setLong(4, task.updatedAt());
      moved += update.executeUpdate();
    }
    return moved;
  }
}
