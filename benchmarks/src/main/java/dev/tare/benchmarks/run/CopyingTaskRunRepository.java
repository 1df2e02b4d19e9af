package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: the run table as a careful team without a profiler keeps it. A pooled connection
 * and a fresh statement an operation; a change reads the entity, makes a changed copy, and writes
 * it back.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>an entity for every row that is read, each column taken by name: the object-relational row
 *       mapper;
 *   <li>a second entity for every change, equal in all but a few fields: the immutable update
 *       ({@code clone()}, then set);
 *   <li>arrays cloned into and out of the entity: the defensive copy;
 *   <li>{@code Instant} and {@code Long} for every instant and id: the boxed domain type;
 *   <li>a third object for the caller: the entity mapped to the port's own type;
 *   <li>every parameter boxed into an array: the template's varargs;
 *   <li>a map of context an operation, copied for each entry, used only if it fails: the error
 *       context made ahead;
 *   <li>lists mapped by streams, from list to list: the collected result.
 * </ul>
 */
public final class CopyingTaskRunRepository implements TaskRunRepository {
  /** One order for all, or two that create the same could wait for each other. */
  private static final Comparator<NewRun> DUE_ORDER = Comparator.comparing(NewRun::taskId)
      .thenComparing(NewRun::scheduledAt)
      .thenComparing(NewRun::shardIndex);

  private static final String MAX_RETRIES =
      "SELECT max_retries FROM task WHERE id = ? AND status = 0";

  private final CopyingTransactions transactions;
  private final CopyingRunTable table;
  private final CopyingRunQueries queries;
  private final CopyingRunRecovery recovery;

  /** Over a pool of connections, in the dialect of their database. */
  public CopyingTaskRunRepository(DataSource pool, Dialect dialect) {
    this.transactions = new CopyingTransactions(pool);
    this.table = new CopyingRunTable(dialect);
    this.queries = new CopyingRunQueries(transactions, table);
    this.recovery = new CopyingRunRecovery(transactions, table);
  }

  @Override
  public long create(NewRun run, long now) {
    return createAll(List.of(run), now)[0];
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    ErrorContext context = context("createAll").with("runs", runs.size());
    return transactions.write(context, statements -> {
      List<Long> ids = new ArrayList<>();
      for (NewRun run : runs) {
        ids.add(table.insert(statements, run, Instant.ofEpochMilli(now)));
      }
      return ids.stream().mapToLong(Long::longValue).toArray();
    });
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    ErrorContext context = context("createDue").with("runs", runs.size());
    List<NewRun> inOrder = runs.stream().sorted(DUE_ORDER).toList();
    return transactions.write(context, statements -> {
      List<Long> created = new ArrayList<>();
      for (NewRun run : inOrder) {
        table.insertUnlessThere(statements, run, Instant.ofEpochMilli(now)).ifPresent(created::add);
      }
      return created.size();
    });
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    ErrorContext context = context("byId").with("runId", runId);
    return transactions.read(
        context, statements -> table.find(statements, runId).map(RunEntity::toRun));
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    ErrorContext context = context("claim").with("workerId", workerId).with("limit", limit);
    return transactions.write(
        context, statements -> claim(statements, workerId, types, limit, now));
  }

  private List<ClaimedRun> claim(
      CopyingStatements statements, String workerId, TypeSet types, int limit, long now)
      throws SQLException {
    if (types.isEmpty()) {
      return List.of();
    }
    String ofTypes = types.isAll()
        ? ""
        : Arrays.stream(types.ids())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", " AND r.type_id IN (", ")"));
    Instant at = Instant.ofEpochMilli(now);
    List<RunEntity> claimed = new ArrayList<>();
    for (RunEntity run : table.pending(statements, ofTypes, at, limit)) {
      RunEntity started = run.started(RunStatus.RUNNING, workerId, at);
      if (table.replace(statements, run, started)) {
        claimed.add(started);
      }
    }
    return claimed.stream().map(RunEntity::toClaimed).toList();
  }

  @Override
  public int complete(List<Completion> completions) {
    ErrorContext context = context("complete").with("completions", completions.size());
    return transactions.write(context, statements -> complete(statements, completions));
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    ErrorContext context = context("completeAndClaim")
        .with("completions", completions.size())
        .with("workerId", workerId)
        .with("limit", limit);
    return transactions.write(context, statements -> {
      // Claimed first: what the completions bring back for another try is not for this claim.
      List<ClaimedRun> claimed = claim(statements, workerId, types, limit, now);
      return new Exchange(complete(statements, completions), claimed);
    });
  }

  private int complete(CopyingStatements statements, List<Completion> completions)
      throws SQLException {
    int accepted = 0;
    for (Completion completion : completions) {
      accepted += complete(statements, completion) ? 1 : 0;
    }
    return accepted;
  }

  private boolean complete(CopyingStatements statements, Completion completion)
      throws SQLException {
    Optional<RunEntity> found = table
        .find(statements, completion.runId())
        .filter(run -> run.status() == RunStatus.RUNNING)
        .filter(run -> run.attempt() == completion.attempt());
    if (found.isEmpty()) {
      return false;
    }
    RunEntity run = found.get();
    Instant at = Instant.ofEpochMilli(completion.completedAt());
    RunEntity finished = run.finished(
        completion.status(),
        at,
        completion.result() == null ? null : completion.result().exactArray(),
        completion.errorMessage());
    if (!table.replace(statements, run, finished)) {
      return false;
    }
    if (finished.status() == RunStatus.FAILED || finished.status() == RunStatus.TIMEOUT) {
      tryAgain(statements, finished, at);
    }
    return true;
  }

  private void tryAgain(CopyingStatements statements, RunEntity failed, Instant at)
      throws SQLException {
    Optional<Integer> retries = statements
        .first(MAX_RETRIES, row -> row.getInt("max_retries"), failed.taskId())
        .filter(most -> failed.retryCount() < most);
    if (retries.isPresent()) {
      Instant due = at.plusMillis(RetryDelay.DOUBLING.millis(failed.retryCount()));
      table.insert(statements, failed.again(due), at);
    }
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    ErrorContext context = context("updateStatus").with("runId", runId).with("target", target);
    return transactions.write(context, statements -> {
      while (true) {
        RunEntity run =
            table.find(statements, runId).orElseThrow(() -> new NotFoundException("run", runId));
        if (run.status() == target) {
          return StatusChange.UNCHANGED;
        }
        if (!run.status().canBecome(target)) {
          throw new IllegalTransitionException(runId, run.status(), target);
        }
        RunEntity changed = changed(run, target, workerId, Instant.ofEpochMilli(at));
        if (table.replace(statements, run, changed)) {
          return StatusChange.CHANGED;
        }
      }
    });
  }

  private static RunEntity changed(
      RunEntity run, RunStatus target, @Nullable String workerId, Instant at) {
    if (target == RunStatus.PENDING) {
      return run.returned();
    }
    return target.isFinished()
        ? run.finished(target, at, run.result(), run.errorMessage())
        : run.started(target, workerId, at);
  }

  static ErrorContext context(String operation) {
    return ErrorContext.of("task_run", operation);
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return queries.byTask(taskId, page);
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    return queries.byWorker(workerId, page);
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    return queries.byStatus(status, page);
  }

  @Override
  public List<TaskRun> pending(int limit) {
    return queries.pending(limit);
  }

  @Override
  public List<ActiveRun> running(int limit) {
    return queries.running(limit);
  }

  @Override
  public boolean hasRunning(long taskId) {
    return queries.hasRunning(taskId);
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    return queries.withRunning(taskIds);
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    return queries.timedOut(at, limit);
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    return queries.recent(taskId, limit);
  }

  @Override
  public RunStats stats(long since) {
    return queries.stats(since);
  }

  @Override
  public RunStats stats(long taskId, long since) {
    return queries.stats(taskId, since);
  }

  @Override
  public int requeue(String workerId) {
    return recovery.requeue(workerId);
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    return recovery.requeueExcept(workerId, runIds, attempts);
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    return recovery.lost(heardBefore, attempt, limit);
  }

  @Override
  public int requeueLost(long heardBefore) {
    return recovery.requeueLost(heardBefore);
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return recovery.recoverDispatched(dispatchedBefore);
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return recovery.cleanup(finishedBefore, limit);
  }
}
