package dev.tare.benchmarks.run;

import static dev.tare.benchmarks.run.CopyingTaskRunRepository.context;

import dev.tare.benchmarks.store.CopyingIdText;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.store.RunQueries;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the runs, as the copying repository answers: whole entities whatever is asked
 * for, and what is needed taken out of them by streams. {@link CopyingTaskRunRepository} lists the
 * copies.
 */
final class CopyingRunQueries implements RunQueries {
  private static final String PAGE = " LIMIT ? OFFSET ?";
  private static final String COUNT = "SELECT COUNT(*) FROM task_run AS r WHERE ";
  private static final String OVER_TIME =
      "SELECT r.* FROM task_run AS r JOIN task AS t ON t.id = r.task_id WHERE r.status = 2"
          + " AND r.started_at + t.timeout_seconds * 1000 <= ? AND ";
  private static final String FIRST_STARTED = " ORDER BY r.started_at, r.id LIMIT ?";

  private final CopyingTransactions transactions;
  private final CopyingRunTable table;

  CopyingRunQueries(CopyingTransactions transactions, CopyingRunTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    ErrorContext context = context("byTask").with("taskId", taskId).with("page", page);
    return page(context, page, "r.task_id = ?", "r.id DESC", taskId);
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    ErrorContext context = context("byWorker").with("workerId", workerId).with("page", page);
    return page(context, page, "r.worker_id = ?", "r.id DESC", workerId);
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    ErrorContext context = context("byStatus").with("status", status).with("page", page);
    String order = switch (status) {
      case PENDING -> "r.scheduled_at, r.id";
      case DISPATCHED, RUNNING -> "r.started_at DESC, r.id DESC";
      default -> "r.completed_at DESC, r.id DESC";
    };
    return page(context, page, "r.status = ?", order, status.code());
  }

  private Page<TaskRun> page(
      ErrorContext context, PageRequest page, String condition, String order, Object parameter) {
    return transactions.read(context, statements -> {
      List<RunEntity> runs = table.select(
          statements,
          condition + " ORDER BY " + order + PAGE,
          parameter,
          page.size(),
          page.offset());
      Long total = statements.number(COUNT + condition, parameter);
      return Page.of(page, toRuns(runs), total);
    });
  }

  @Override
  public List<TaskRun> pending(int limit) {
    ErrorContext context = context("pending").with("limit", limit);
    return toRuns(select(context, "r.status = 0 ORDER BY r.scheduled_at, r.id LIMIT ?", limit));
  }

  @Override
  public List<ActiveRun> running(int limit) {
    ErrorContext context = context("running").with("limit", limit);
    return toActive(select(context, table.held() + FIRST_STARTED, limit));
  }

  @Override
  public boolean hasRunning(long taskId) {
    ErrorContext context = context("hasRunning").with("taskId", taskId);
    return !select(context, "r.task_id = ? AND " + table.held(), taskId).isEmpty();
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    if (taskIds.isEmpty()) {
      return Ids.NONE;
    }
    ErrorContext context = context("withRunning").with("taskIds", taskIds);
    Object[] parameters = Arrays.stream(taskIds.array()).boxed().toArray();
    String condition = "r.task_id IN " + CopyingIdText.placeholders(parameters.length);
    return Ids.of(select(context, condition + " AND " + table.held(), parameters).stream()
        .map(RunEntity::taskId)
        .distinct()
        .sorted()
        .mapToLong(Long::longValue)
        .toArray());
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    ErrorContext context = context("timedOut").with("at", at).with("limit", limit);
    return transactions.read(
        context,
        statements -> toActive(statements.query(
            OVER_TIME + table.held() + FIRST_STARTED, RunEntity::read, at, limit)));
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    ErrorContext context = context("recent").with("taskId", taskId).with("limit", limit);
    return toRuns(select(context, "r.task_id = ? ORDER BY r.id DESC LIMIT ?", taskId, limit));
  }

  @Override
  public RunStats stats(long since) {
    ErrorContext context = context("stats").with("since", since);
    return stats(context, "TRUE", since);
  }

  @Override
  public RunStats stats(long taskId, long since) {
    ErrorContext context = context("stats").with("taskId", taskId).with("since", since);
    return stats(context, "r.task_id = ?", taskId, since);
  }

  private RunStats stats(ErrorContext context, String condition, Object... parameters) {
    return transactions.read(
        context,
        statements -> StatusCount.sum(statements.query(
            StatusCount.SELECT + condition + StatusCount.SINCE, StatusCount::read, parameters)));
  }

  private List<RunEntity> select(
      ErrorContext context, String condition, @Nullable Object... parameters) {
    return transactions.read(
        context, statements -> table.select(statements, condition, parameters));
  }

  private static List<TaskRun> toRuns(List<RunEntity> runs) {
    return runs.stream().map(RunEntity::toRun).toList();
  }

  private static List<ActiveRun> toActive(List<RunEntity> runs) {
    return runs.stream().map(RunEntity::toActive).toList();
  }
}
