package dev.tare.benchmarks.run;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
 *   <li>a map of context an operation, copied for each entry, used only if it fails: the error
 *       context made ahead;
 *   <li>lists mapped by streams, from list to list: the collected result.
 * </ul>
 */
public final class CopyingTaskRunRepository implements RunQueue {
  private static final String INSERT =
      "INSERT INTO task_run (task_id, status, type_id, retry_count, shard_index, shard_total,"
          + " scheduled_at, due, payload, created_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String RETURNING_ID = " RETURNING id";
  private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";
  private static final String SELECT = "SELECT * FROM task_run WHERE id = ?";
  private static final String UPDATE =
      "UPDATE task_run SET status = ?, worker_id = ?, attempt = ?, started_at = ?,"
          + " completed_at = ?, result = ?, error_message = ?"
          + " WHERE id = ? AND status = ? AND attempt = ?";

  private static final String TRIES = "SELECT t.max_retries, r.type_id FROM task_run AS r"
      + " JOIN task AS t ON t.id = r.task_id WHERE r.id = ? AND t.status = 0";

  private final DataSource pool;
  private final CopyingRunPlaces places;

  /** Over a pool of connections, in the dialect of their database. */
  public CopyingTaskRunRepository(DataSource pool, Dialect dialect) {
    this.pool = pool;
    this.places = new CopyingRunPlaces(dialect);
  }

  @Override
  public long create(NewRun run, long now) {
    return createAll(List.of(run), now)[0];
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    ErrorContext context = ErrorContext.of("createAll").with("runs", runs.size());
    return inTransaction(context, connection -> {
      List<Long> ids = new ArrayList<>();
      for (NewRun run : runs) {
        ids.add(insert(connection, INSERT, run, Instant.ofEpochMilli(now)).orElseThrow());
      }
      return ids.stream().mapToLong(Long::longValue).toArray();
    });
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    ErrorContext context = ErrorContext.of("createDue").with("runs", runs.size());
    return inTransaction(context, connection -> {
      int created = 0;
      for (NewRun run : runs) {
        Optional<Long> id =
            insert(connection, INSERT + UNLESS_THERE, run, Instant.ofEpochMilli(now));
        created += id.isPresent() ? 1 : 0;
      }
      return created;
    });
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    ErrorContext context = ErrorContext.of("byId").with("runId", runId);
    return inTransaction(context, connection -> find(connection, runId).map(RunEntity::toRun));
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    ErrorContext context = ErrorContext.of("claim").with("workerId", workerId).with("limit", limit);
    Instant at = Instant.ofEpochMilli(now);
    return inTransaction(context, connection -> {
      List<RunEntity> pending = findPending(connection, types, at, limit);
      List<RunEntity> claimed = new ArrayList<>();
      for (RunEntity run : pending) {
        RunEntity started = run.started(RunStatus.RUNNING, workerId, at);
        if (replace(connection, run, started)) {
          claimed.add(started);
        }
      }
      return claimed.stream().map(RunEntity::toClaimed).toList();
    });
  }

  @Override
  public int complete(List<Completion> completions) {
    ErrorContext context = ErrorContext.of("complete").with("completions", completions.size());
    return inTransaction(context, connection -> {
      int accepted = 0;
      for (Completion completion : completions) {
        accepted += complete(connection, completion) ? 1 : 0;
      }
      return accepted;
    });
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    int accepted = complete(completions);
    return new Exchange(accepted, claim(workerId, types, limit, now));
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    ErrorContext context =
        ErrorContext.of("updateStatus").with("runId", runId).with("target", target);
    return inTransaction(context, connection -> {
      while (true) {
        RunEntity run =
            find(connection, runId).orElseThrow(() -> new NotFoundException("run", runId));
        if (run.status() == target) {
          return StatusChange.UNCHANGED;
        }
        if (!run.status().canBecome(target)) {
          throw new IllegalTransitionException(runId, run.status(), target);
        }
        RunEntity changed = changed(run, target, workerId, Instant.ofEpochMilli(at));
        if (replace(connection, run, changed)) {
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

  private boolean complete(Connection connection, Completion completion) throws SQLException {
    Optional<RunEntity> found = find(connection, completion.runId());
    if (found.isEmpty()) {
      return false;
    }
    RunEntity run = found.get();
    if (run.status() != RunStatus.RUNNING || run.attempt() != completion.attempt()) {
      return false;
    }
    RunEntity finished = run.finished(
        completion.status(),
        Instant.ofEpochMilli(completion.completedAt()),
        completion.result() == null ? null : completion.result().exactArray(),
        completion.errorMessage());
    if (!replace(connection, run, finished)) {
      return false;
    }
    if (finished.status() == RunStatus.FAILED || finished.status() == RunStatus.TIMEOUT) {
      tryAgain(connection, finished, Instant.ofEpochMilli(completion.completedAt()));
    }
    return true;
  }

  private void tryAgain(Connection connection, RunEntity failed, Instant at) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TRIES)) {
      select.setLong(1, failed.id());
      try (ResultSet rows = select.executeQuery()) {
        if (rows.next() && failed.retryCount() < rows.getInt("max_retries")) {
          NewRun again = failed.again(
              rows.getInt("type_id"),
              at.plusMillis(RetryDelay.DOUBLING.millis(failed.retryCount())));
          insert(connection, INSERT, again, at);
        }
      }
    }
  }

  private Optional<Long> insert(Connection connection, String sql, NewRun run, Instant now)
      throws SQLException {
    Optional<Long> id;
    try (PreparedStatement insert = connection.prepareStatement(sql + RETURNING_ID)) {
      bind(insert, run, now);
      try (ResultSet rows = insert.executeQuery()) {
        id = rows.next() ? Optional.of(rows.getLong("id")) : Optional.empty();
      }
    }
    if (id.isPresent()) {
      places.created(connection, id.get());
    }
    return id;
  }

  private static void bind(PreparedStatement insert, NewRun run, Instant now) throws SQLException {
    insert.setLong(1, run.taskId());
    insert.setInt(2, run.typeId());
    insert.setInt(3, run.retryCount());
    insert.setInt(4, run.shardIndex());
    insert.setInt(5, run.shardTotal());
    insert.setLong(6, run.scheduledAt());
    insert.setBoolean(7, run.due());
    insert.setBytes(
        8, run.payload() == null ? null : RunEntity.copy(run.payload().exactArray()));
    insert.setLong(9, now.toEpochMilli());
  }

  private static Optional<RunEntity> find(Connection connection, long runId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, runId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(RunEntity.read(rows)) : Optional.empty();
      }
    }
  }

  private List<RunEntity> findPending(Connection connection, TypeSet types, Instant at, int limit)
      throws SQLException {
    String ofTypes = types.isAll()
        ? ""
        : Arrays.stream(types.ids())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", " AND r.type_id IN (", ")"));
    try (PreparedStatement select = connection.prepareStatement(places.waiting(ofTypes))) {
      select.setLong(1, at.toEpochMilli());
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<RunEntity> pending = new ArrayList<>();
        while (rows.next()) {
          pending.add(RunEntity.read(rows));
        }
        return List.copyOf(pending);
      }
    }
  }

  /** Writes the changed entity if the row still is as the first one says. */
  private boolean replace(Connection connection, RunEntity read, RunEntity changed)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setInt(1, changed.status().code());
      update.setString(2, changed.workerId());
      update.setInt(3, changed.attempt());
      update.setObject(4, millis(changed.startedAt()), java.sql.Types.BIGINT);
      update.setObject(5, millis(changed.completedAt()), java.sql.Types.BIGINT);
      update.setBytes(6, changed.result());
      update.setString(7, changed.errorMessage());
      update.setLong(8, read.id());
      update.setInt(9, read.status().code());
      update.setInt(10, read.attempt());
      if (update.executeUpdate() == 0) {
        return false;
      }
    }
    places.moved(connection, read, changed);
    return true;
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private <T> T inTransaction(ErrorContext context, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      if (isDuplicate(e)) {
        throw new ConflictException(context + ": a due run exists already");
      }
      throw new StorageException(context + ": " + e.getMessage(), false, e);
    }
  }

  private static boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("UNIQUE constraint");
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}
