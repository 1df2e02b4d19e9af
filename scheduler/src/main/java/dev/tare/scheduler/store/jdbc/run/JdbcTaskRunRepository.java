package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.error.ConflictException;
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
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.Failures;
import dev.tare.scheduler.store.jdbc.Table;
import dev.tare.scheduler.store.jdbc.batch.RunBatches;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run table over JDBC. As safe for threads as its sessions are: any thread, with either kind.
 */
public final class JdbcTaskRunRepository implements TaskRunRepository {
  private final Table table;
  private final RunSql sql;
  private final RunBatches batches;
  private final RunReads reads;
  private final RunReturns returns;

  /** Over these sessions, in the dialect of their database; what failed waits as usual. */
  public JdbcTaskRunRepository(Sessions sessions, Dialect dialect) {
    this(sessions, dialect, RetryDelay.DOUBLING);
  }

  /** The same with a delay of one's own. */
  public JdbcTaskRunRepository(Sessions sessions, Dialect dialect, RetryDelay delay) {
    this.table = new Table(sessions, "task_run");
    this.sql = RunSql.of(dialect);
    this.reads = new RunReads(table, dialect);
    this.returns = new RunReturns(table, dialect);
    this.batches = RunBatches.of(dialect, delay);
  }

  @Override
  public long create(NewRun run, long now) {
    Session session = table.open("create");
    try {
      return batches.create(session, run, now);
    } catch (SQLException e) {
      session.fail(e);
      if (Failures.isUniqueViolation(e)) {
        throw new ConflictException(
            "task " + run.taskId() + " has its run for " + run.scheduledAt() + " already");
      }
      throw table.failure(e, "create", "of task " + run.taskId());
    } finally {
      session.close();
    }
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    if (runs.isEmpty()) {
      return new long[0];
    }
    Session session = table.open("createAll");
    try {
      return batches.createAll(session, runs, now);
    } catch (SQLException e) {
      session.fail(e);
      if (Failures.isUniqueViolation(e)) {
        throw new ConflictException(
            "one of " + runs.size() + " due runs exists already, none was created");
      }
      throw table.failure(e, "createAll", runs.size() + " runs");
    } finally {
      session.close();
    }
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    if (runs.isEmpty()) {
      return 0;
    }
    Session session = table.open("createDue");
    try {
      return batches.createDue(session, runs, now);
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "createDue", runs.size() + " runs");
    } finally {
      session.close();
    }
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    Session session = table.open("byId");
    try {
      PreparedStatement select = session.prepare(sql.byId);
      select.setLong(1, runId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(RunRows.run(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "byId", runId);
    } finally {
      session.close();
    }
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    Session session = table.open("claim");
    try {
      return batches.claim(session, workerId, types, limit, now);
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "claim", "for worker " + workerId);
    } finally {
      session.close();
    }
  }

  @Override
  public int complete(List<Completion> completions) {
    if (completions.isEmpty()) {
      return 0;
    }
    Session session = table.open("complete");
    try {
      return batches.complete(session, completions);
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "complete", completions.size() + " runs");
    } finally {
      session.close();
    }
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    if (completions.isEmpty()) {
      return new Exchange(0, claim(workerId, types, limit, now));
    }
    Session session = table.open("completeAndClaim");
    try {
      return batches.completeAndClaim(session, completions, workerId, types, limit, now);
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(
          e, "completeAndClaim", completions.size() + " runs, for worker " + workerId);
    } finally {
      session.close();
    }
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    Session session = table.open("updateStatus");
    try {
      PreparedStatement update = session.prepare(sql.updateStatus(target));
      int next = 1;
      if (target == RunStatus.DISPATCHED || target == RunStatus.RUNNING) {
        update.setString(next++, workerId);
      }
      if (target != RunStatus.PENDING) {
        update.setLong(next++, at);
      }
      update.setLong(next, runId);
      while (update.executeUpdate() == 0) {
        if (isAlready(session, runId, target)) {
          return StatusChange.UNCHANGED;
        }
      }
      return StatusChange.CHANGED;
    } catch (SQLException e) {
      session.fail(e);
      throw table.failure(e, "updateStatus", runId);
    } finally {
      session.close();
    }
  }

  /**
   * Why an update found no row; read only now that it has.
   *
   * @return whether the run has the status already; if not, it has come to allow it meanwhile
   */
  private boolean isAlready(Session session, long runId, RunStatus target) throws SQLException {
    PreparedStatement select = session.prepare(sql.statusOf);
    select.setLong(1, runId);
    try (ResultSet rows = select.executeQuery()) {
      if (!rows.next()) {
        throw new NotFoundException("run", runId);
      }
      RunStatus present = RunStatus.ofCode(rows.getInt(1));
      if (present != target && !present.canBecome(target)) {
        throw new IllegalTransitionException(runId, present, target);
      }
      return present == target;
    }
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return reads.byTask(taskId, page);
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    return reads.byWorker(workerId, page);
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    return reads.byStatus(status, page);
  }

  @Override
  public List<TaskRun> pending(int limit) {
    return reads.pending(limit);
  }

  @Override
  public List<ActiveRun> running(int limit) {
    return reads.running(limit);
  }

  @Override
  public boolean hasRunning(long taskId) {
    return reads.hasRunning(taskId);
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    return reads.withRunning(taskIds);
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    return reads.timedOut(at, limit);
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    return reads.recent(taskId, limit);
  }

  @Override
  public RunStats stats(long since) {
    return reads.stats(since);
  }

  @Override
  public RunStats stats(long taskId, long since) {
    return reads.stats(taskId, since);
  }

  @Override
  public int requeue(String workerId) {
    return returns.requeue(workerId);
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    return returns.requeueExcept(workerId, runIds, attempts);
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    return returns.lost(heardBefore, attempt, limit);
  }

  @Override
  public int requeueLost(long heardBefore) {
    return returns.requeueLost(heardBefore);
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return returns.recoverDispatched(dispatchedBefore);
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return returns.cleanup(finishedBefore, limit);
  }
}
