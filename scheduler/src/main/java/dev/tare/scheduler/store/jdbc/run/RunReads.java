package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.store.RunQueries;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.Subject;
import dev.tare.scheduler.store.jdbc.Table;
import dev.tare.scheduler.store.jdbc.Table.Binding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** What is asked of the runs now and then. */
final class RunReads implements RunQueries {
  private final Table table;
  private final RunReadSql sql;
  private final Lists lists;

  RunReads(Table table, Dialect dialect) {
    this.table = table;
    this.sql = RunReadSql.of(dialect);
    this.lists = Lists.of(dialect);
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return page("byTask", taskId, page, sql.byTask, sql.countByTask, s -> s.setLong(1, taskId), 1);
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    Binding worker = statement -> {
      statement.setString(1, workerId);
      statement.setString(2, workerId);
    };
    return page("byWorker", workerId, page, sql.byWorker, sql.countByWorker, worker, 2);
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    return page(
        "byStatus", status, page, sql.byStatus(status), sql.countByStatus(status), s -> {}, 0);
  }

  @Override
  public List<TaskRun> pending(int limit) {
    return table.list("pending", limit, sql.pending, s -> range(s, 1, limit, 0), RunRows::run);
  }

  @Override
  public List<ActiveRun> running(int limit) {
    return table.list("running", limit, sql.running, s -> s.setInt(1, limit), RunRows::active);
  }

  @Override
  public boolean hasRunning(long taskId) {
    Session session = table.open("hasRunning");
    try {
      PreparedStatement select = session.prepare(sql.hasRunning);
      select.setLong(1, taskId);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "hasRunning", "of task " + taskId);
    } finally {
      session.close();
    }
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    return table.work("withRunning", taskIds, session -> {
      PreparedStatement select = session.prepare(sql.withRunning);
      lists.bind(select, 1, taskIds);
      try (ResultSet rows = select.executeQuery()) {
        long[] found = new long[taskIds.size()];
        int size = 0;
        while (rows.next()) {
          found[size++] = rows.getLong(1);
        }
        return Ids.of(size == found.length ? found : Arrays.copyOf(found, size));
      }
    });
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    Binding instant = statement -> {
      statement.setLong(1, at);
      statement.setInt(2, limit);
    };
    return table.list("timedOut", at, sql.timedOut, instant, RunRows::active);
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    Binding task = statement -> {
      statement.setLong(1, taskId);
      range(statement, 2, limit, 0);
    };
    return table.list("recent", taskId, sql.byTask, task, RunRows::run);
  }

  @Override
  public RunStats stats(long since) {
    return stats("of all", sql.stats, s -> s.setLong(1, since));
  }

  @Override
  public RunStats stats(long taskId, long since) {
    Binding task = statement -> {
      statement.setLong(1, taskId);
      statement.setLong(2, since);
    };
    return stats(Subject.of("of task", taskId), sql.statsOfTask, task);
  }

  private RunStats stats(Object subject, Sql select, Binding binding) {
    return table.work("stats", subject, session -> {
      RunTally tally = new RunTally();
      PreparedStatement statement = session.prepare(select);
      binding.to(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tally.add(rows);
        }
      }
      return tally.stats();
    });
  }

  /** A page and the total, in one session; {@code bound} parameters come before the range. */
  private Page<TaskRun> page(
      String operation,
      Object subject,
      PageRequest request,
      Sql select,
      Sql count,
      Binding binding,
      int bound) {
    return table.work(operation, subject, session -> {
      Binding ranged = statement -> {
        binding.to(statement);
        range(statement, bound + 1, request.size(), request.offset());
      };
      List<TaskRun> items = Table.list(session, select, ranged, RunRows::run);
      return Page.of(request, items, Table.number(session, count, binding));
    });
  }

  private static void range(PreparedStatement statement, int index, int limit, long offset)
      throws SQLException {
    statement.setInt(index, limit);
    statement.setLong(index + 1, offset);
  }
}
