package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.connection.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: the task table as a careful team without a profiler keeps it. A change reads the
 * entity, makes a changed copy, and writes all of it back; a question reads whole entities.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>an entity for every row, each column taken by name, the name of the type among them: the
 *       object-relational row mapper with a join;
 *   <li>dependencies split out of their text into a list of boxes, and joined again: the list
 *       column;
 *   <li>a second entity for every change: the immutable update ({@code clone()}, then set);
 *   <li>parameters cloned into and out of the entity: the defensive copy;
 *   <li>a third object for the caller: the entity mapped to the port's own type;
 *   <li>the whole graph in a map, to look for a cycle: the search in memory;
 *   <li>a filter built up in lists, and its pattern replaced character by character: the query
 *       builder;
 *   <li>parameters boxed into an array, a map of context copied for each entry, lists mapped by
 *       streams: see {@link dev.tare.benchmarks.run.CopyingTaskRunRepository}.
 * </ul>
 */
public final class CopyingTaskRepository implements TaskRepository {
  private static final String COUNT =
      "SELECT COUNT(*) FROM task AS t" + " JOIN task_type AS y ON y.id = t.type_id WHERE ";
  private static final String EARLIEST =
      "SELECT MIN(next_due_at) AS due FROM task WHERE status = 0 AND next_due_at IS NOT NULL";

  private final CopyingTransactions transactions;
  private final Dialect dialect;
  private final TaskTypes types;
  private final CopyingTaskTable table;
  private final CopyingTaskGraph graph;
  private final CopyingTaskDispatch dispatch;

  /** Over a pool of connections, in the dialect of their database, with types of its own. */
  public CopyingTaskRepository(DataSource pool, Dialect dialect) {
    this(pool, dialect, new CopyingTaskTypes(pool));
  }

  /** The same with the types of the process. */
  public CopyingTaskRepository(DataSource pool, Dialect dialect, TaskTypes types) {
    this.transactions = new CopyingTransactions(pool);
    this.dialect = dialect;
    this.types = types;
    this.table = new CopyingTaskTable(dialect);
    this.graph = new CopyingTaskGraph(table, dialect);
    this.dispatch = new CopyingTaskDispatch(transactions, table);
  }

  @Override
  public Task create(NewTask task, long nextDueAt, long now) {
    ErrorContext context = context("create").with("name", task.name());
    TaskEntity entity = entity(task, nextDueAt, now);
    return transactions.write(context, statements -> {
      graph.checkExistence(statements, entity);
      checkName(table.select(statements, "t.name = ?", task.name()), null, task);
      return table.insert(statements, entity).toTask();
    });
  }

  @Override
  public Optional<Task> byId(long taskId) {
    ErrorContext context = context("byId").with("taskId", taskId);
    return transactions.read(
        context, statements -> table.find(statements, taskId).map(TaskEntity::toTask));
  }

  @Override
  public Optional<Task> byName(String name) {
    ErrorContext context = context("byName").with("name", name);
    return transactions.read(
        context,
        statements -> table.select(statements, "t.name = ?", name).stream()
            .findFirst()
            .map(TaskEntity::toTask));
  }

  @Override
  public Task update(long taskId, NewTask task, long nextDueAt, long now) {
    ErrorContext context = context("update").with("taskId", taskId).with("name", task.name());
    TaskEntity definition = entity(task, nextDueAt, now);
    return transactions.write(context, statements -> {
      if (!definition.dependencies().isEmpty()) {
        graph.lock(statements);
        graph.checkExistence(statements, definition);
        graph.checkCycle(statements, taskId, definition);
      }
      TaskEntity found =
          table.lock(statements, taskId).orElseThrow(() -> new NotFoundException("task", taskId));
      checkName(table.select(statements, "t.name = ?", task.name()), taskId, task);
      TaskEntity updated = found.replacedBy(definition);
      table.save(statements, updated);
      return updated.toTask();
    });
  }

  private TaskEntity entity(NewTask task, long nextDueAt, long now) {
    int typeId = types.idOf(task.taskType());
    return TaskEntity.of(task, typeId, nextDueAt, Instant.ofEpochMilli(now));
  }

  private static void checkName(List<TaskEntity> sameName, @Nullable Long own, NewTask task) {
    if (sameName.stream().anyMatch(other -> !other.storedId().equals(own))) {
      throw new ConflictException(
          "a task has the name " + task.name() + " already: names are unique, choose another");
    }
  }

  @Override
  public StatusChange delete(long taskId, long now) {
    ErrorContext context = context("delete").with("taskId", taskId);
    return transactions.write(context, statements -> {
      TaskEntity found =
          table.lock(statements, taskId).orElseThrow(() -> new NotFoundException("task", taskId));
      if (found.status() == TaskStatus.INACTIVE) {
        return StatusChange.UNCHANGED;
      }
      table.save(statements, found.deactivated(Instant.ofEpochMilli(now)));
      return StatusChange.CHANGED;
    });
  }

  @Override
  public Page<Task> list(TaskFilter filter, PageRequest page) {
    ErrorContext context = context("list").with("filter", filter).with("page", page);
    CopyingTaskFilter query = new CopyingTaskFilter(filter, dialect);
    return transactions.read(context, statements -> {
      List<TaskEntity> tasks = table.select(
          statements,
          query.condition() + " ORDER BY t.id LIMIT ? OFFSET ?",
          query.parameters(page.size(), page.offset()));
      Long total = statements.number(COUNT + query.condition(), query.parameters());
      return Page.of(page, tasks.stream().map(TaskEntity::toTask).toList(), total);
    });
  }

  @Override
  public long count(TaskFilter filter) {
    ErrorContext context = context("count").with("filter", filter);
    CopyingTaskFilter query = new CopyingTaskFilter(filter, dialect);
    return transactions.read(
        context, statements -> statements.number(COUNT + query.condition(), query.parameters()));
  }

  @Override
  public List<Task> active(long afterId, int limit) {
    ErrorContext context = context("active").with("afterId", afterId).with("limit", limit);
    return transactions.read(
        context,
        statements -> table
            .select(statements, "t.status = 0 AND t.id > ? ORDER BY t.id LIMIT ?", afterId, limit)
            .stream()
            .map(TaskEntity::toTask)
            .toList());
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    return dispatch.schedulable(
        context("schedulable").with("at", at).with("limit", limit), at, limit);
  }

  @Override
  public int advance(List<DueTask> tasks, long[] next) {
    if (tasks.size() != next.length) {
      throw new IllegalArgumentException(tasks.size() + " tasks, " + next.length + " instants");
    }
    return dispatch.advance(context("advance").with("tasks", tasks.size()), tasks, next);
  }

  @Override
  public long earliestDueAt() {
    return transactions.read(
        context("earliestDueAt"),
        statements -> statements.first(EARLIEST, row -> row.getLong("due")).orElse(0L));
  }

  @Override
  public boolean checkDependencies(long taskId) {
    return dispatch.checkDependencies(context("checkDependencies").with("taskId", taskId), taskId);
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    return dispatch.checkDependencies(
        context("checkDependencies").with("taskIds", taskIds), taskIds);
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    return dispatch.overlapping(context("overlapping").with("taskIds", taskIds), taskIds);
  }

  @Override
  public List<TaskState> batchStatus(Ids taskIds) {
    return dispatch.batchStatus(context("batchStatus").with("taskIds", taskIds), taskIds);
  }

  @Override
  public List<TaskDependencies> dependencies() {
    return transactions.read(
        context("dependencies"),
        statements -> graph.withDependencies(statements).stream()
            .map(task -> new TaskDependencies(task.storedId(), task.dependencyIds()))
            .toList());
  }

  private static ErrorContext context(String operation) {
    return ErrorContext.of("task", operation);
  }
}
