package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
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
import java.util.Optional;

/** The task table over JDBC. As safe for threads as its sessions are: any thread, with either. */
public final class JdbcTaskRepository implements TaskRepository {
  private final Table table;
  private final Dialect dialect;
  private final TaskSql sql;
  private final Lists lists;
  private final JdbcTaskTypes types;
  private final TaskWrites writes;

  /** Over these sessions, in the dialect of their database, with the types of the process. */
  public JdbcTaskRepository(Sessions sessions, Dialect dialect, JdbcTaskTypes types) {
    this.table = new Table(sessions, "task");
    this.dialect = dialect;
    this.sql = TaskSql.of(dialect);
    this.lists = Lists.of(dialect);
    this.types = types;
    this.writes = new TaskWrites(table, dialect, types);
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    return writes.create(task, nextDueAt, now);
  }

  @Override
  public Optional<Task> byId(long taskId) {
    return first("byId", taskId, sql.byId, statement -> statement.setLong(1, taskId));
  }

  @Override
  public Optional<Task> byName(String name) {
    return first("byName", name, sql.byName, statement -> statement.setString(1, name));
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    return writes.update(taskId, task, nextDueAt, now);
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    return writes.delete(taskId, now) ? StatusChange.CHANGED : StatusChange.UNCHANGED;
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    TaskFilterBinding bound = new TaskFilterBinding(filter, dialect);
    return table.work("list", filter, session -> {
      PreparedStatement select = session.prepare(sql.list(bound.mask()));
      int next = bound.bind(select);
      select.setInt(next, page.size());
      select.setLong(next + 1, page.offset());
      List<Task> items = Table.rows(select, rows -> TaskRows.task(rows, types, session));
      return Page.of(page, items, Table.number(session, sql.count(bound.mask()), bound::bind));
    });
  }

  @Override
  public long count(TaskFilter filter) {
    TaskFilterBinding bound = new TaskFilterBinding(filter, dialect);
    return table.number("count", filter, sql.count(bound.mask()), bound::bind);
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    return table.work("active", Subject.of("after", afterId), session -> {
      PreparedStatement select = session.prepare(sql.active);
      select.setLong(1, afterId);
      select.setInt(2, limit);
      return Table.rows(select, rows -> TaskRows.task(rows, types, session));
    });
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    Binding instant = statement -> {
      statement.setLong(1, at);
      statement.setInt(2, limit);
    };
    return table.list("schedulable", at, sql.schedulable, instant, TaskRows::due);
  }

  @Override
  public int advance(List<DueTask> tasks, long[] next) {
    if (tasks.size() != next.length) {
      throw new IllegalArgumentException(tasks.size() + " tasks, " + next.length + " instants");
    }
    if (tasks.isEmpty()) {
      return 0;
    }
    TaskAdvance advance = new TaskAdvance(sql, tasks, next);
    Subject subject = Subject.of("batch of", tasks.size());
    return dialect == Dialect.POSTGRESQL
        ? table.<Integer>work("advance", subject, advance::byArrays)
        : table.<Integer>transaction("advance", subject, advance::byLoop);
  }

  @Override
  public long earliestDueAt() {
    return table.number("earliestDueAt", "all", sql.earliestDue, statement -> {});
  }

  @Override
  public boolean checkDependencies(long taskId) {
    return table
        .first("checkDependencies", taskId, sql.met, s -> s.setLong(1, taskId), r -> true)
        .isPresent();
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    return those("checkDependencies", sql.metOf, taskIds);
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    return those("overlapping", sql.overlapping, taskIds);
  }

  private Ids those(String operation, Sql sql, Ids taskIds) {
    return table.work(operation, taskIds, session -> {
      PreparedStatement select = session.prepare(sql);
      lists.bind(select, 1, taskIds);
      return ids(select, taskIds.size());
    });
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    return table.list(
        "batchStatus",
        taskIds,
        sql.batchStatus,
        statement -> lists.bind(statement, 1, taskIds),
        TaskRows::state);
  }

  @Override
  public List<TaskDependencies> dependencies() {
    return table.list(
        "dependencies", "all", sql.dependencies, statement -> {}, TaskRows::dependencies);
  }

  private Optional<Task> first(String operation, Object subject, Sql select, Binding binding) {
    return table.work(operation, subject, session -> first(session, select, binding));
  }

  private Optional<Task> first(Session session, Sql select, Binding binding) throws SQLException {
    return Table.first(session, select, binding, rows -> TaskRows.task(rows, types, session));
  }

  private static Ids ids(PreparedStatement select, int most) throws SQLException {
    long[] found = new long[most];
    int size = 0;
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found[size++] = rows.getLong(1);
      }
    }
    return Ids.of(size == most ? found : Arrays.copyOf(found, size));
  }
}
