package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run table over JDBC. As safe for threads as its sessions are: any thread, with either kind.
 */
public final class JdbcTaskRunRepository implements TaskRunRepository {
  private static final String TABLE = "task_run";
  private static final Comparator<ClaimedRun> OLDEST_FIRST =
      Comparator.comparingLong(ClaimedRun::scheduledAt).thenComparingLong(ClaimedRun::id);

  private final Sessions sessions;
  private final RunSql sql;
  private final RunBatches batches;

  /** Over these sessions, in the dialect of their database. */
  public JdbcTaskRunRepository(Sessions sessions, Dialect dialect) {
    this.sessions = sessions;
    this.sql = RunSql.of(dialect);
    this.batches =
        dialect == Dialect.POSTGRESQL ? new ArrayRunBatches(sql) : new LoopRunBatches(sql);
  }

  @Override
  public long create(NewRun run, long now) {
    Session session = open("create");
    try {
      return RunRows.create(session.prepare(sql.create), run, now);
    } catch (SQLException e) {
      session.fail(e);
      if (Failures.isUniqueViolation(e)) {
        throw new ConflictException(
            "task " + run.taskId() + " has its run for " + run.scheduledAt() + " already");
      }
      throw Failures.storage(e, "create", TABLE, "of task " + run.taskId());
    } finally {
      session.close();
    }
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    if (runs.isEmpty()) {
      return new long[0];
    }
    Session session = open("createAll");
    try {
      return batches.create(session, runs, now);
    } catch (SQLException e) {
      session.fail(e);
      if (Failures.isUniqueViolation(e)) {
        throw new ConflictException(
            "one of " + runs.size() + " due runs exists already, none was created");
      }
      throw Failures.storage(e, "createAll", TABLE, runs.size() + " runs");
    } finally {
      session.close();
    }
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    Session session = open("byId");
    try {
      PreparedStatement select = session.prepare(sql.byId);
      select.setLong(1, runId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(RunRows.run(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      session.fail(e);
      throw Failures.storage(e, "byId", TABLE, runId);
    } finally {
      session.close();
    }
  }

  @Override
  public List<ClaimedRun> claim(String workerId, int limit, long now) {
    Session session = open("claim");
    try {
      PreparedStatement claim = session.prepare(sql.claim);
      claim.setString(1, workerId);
      claim.setLong(2, now);
      claim.setLong(3, now);
      claim.setInt(4, limit);
      try (ResultSet rows = claim.executeQuery()) {
        List<ClaimedRun> claimed = new ArrayList<>(limit);
        while (rows.next()) {
          claimed.add(RunRows.claimed(rows));
        }
        claimed.sort(OLDEST_FIRST); // what an update returns comes in no order
        return claimed;
      }
    } catch (SQLException e) {
      session.fail(e);
      throw Failures.storage(e, "claim", TABLE, "for worker " + workerId);
    } finally {
      session.close();
    }
  }

  @Override
  public int complete(List<Completion> completions) {
    if (completions.isEmpty()) {
      return 0;
    }
    Session session = open("complete");
    try {
      return batches.complete(session, completions);
    } catch (SQLException e) {
      session.fail(e);
      throw Failures.storage(e, "complete", TABLE, completions.size() + " runs");
    } finally {
      session.close();
    }
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    Session session = open("updateStatus");
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
      throw Failures.storage(e, "updateStatus", TABLE, runId);
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

  private Session open(String operation) {
    try {
      return sessions.open();
    } catch (SQLException e) {
      throw Failures.storage(e, operation, TABLE, "(no connection)");
    }
  }
}
