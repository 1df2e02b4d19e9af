package dev.tare.benchmarks.run;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the copying repositories keep it: every column, immutable, with its own copies of the
 * arrays.
 */
@SuppressWarnings("ArrayRecordComponent") // entities are not compared
public record RunEntity(
    Long id,
    Long taskId,
    int typeId,
    RunStatus status,
    @Nullable String workerId,
    int attempt,
    int retryCount,
    int shardIndex,
    int shardTotal,
    Instant scheduledAt,
    boolean due,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    byte @Nullable [] payload,
    byte @Nullable [] result,
    @Nullable String errorMessage,
    Instant createdAt) {

  /** Takes copies of the arrays. */
  public RunEntity {
    payload = copy(payload);
    result = copy(result);
  }

  /** The entity of a row, column by column. */
  public static RunEntity read(ResultSet row) throws SQLException {
    return new RunEntity(
        row.getLong("id"),
        row.getLong("task_id"),
        row.getInt("type_id"),
        RunStatus.ofCode(row.getInt("status")),
        row.getString("worker_id"),
        row.getInt("attempt"),
        row.getInt("retry_count"),
        row.getInt("shard_index"),
        row.getInt("shard_total"),
        Instant.ofEpochMilli(row.getLong("scheduled_at")),
        row.getBoolean("due"),
        instant(row, "started_at"),
        instant(row, "completed_at"),
        row.getBytes("payload"),
        row.getBytes("result"),
        row.getString("error_message"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  /** A copy that has been handed to a worker. */
  RunEntity started(RunStatus newStatus, @Nullable String newWorkerId, Instant at) {
    return new RunEntity(
        id,
        taskId,
        typeId,
        newStatus,
        newWorkerId,
        status == RunStatus.PENDING ? attempt + 1 : attempt,
        retryCount,
        shardIndex,
        shardTotal,
        scheduledAt,
        due,
        at,
        completedAt,
        payload,
        result,
        errorMessage,
        createdAt);
  }

  /** A copy that waits again. */
  RunEntity returned() {
    return new RunEntity(
        id,
        taskId,
        typeId,
        RunStatus.PENDING,
        null,
        attempt,
        retryCount,
        shardIndex,
        shardTotal,
        scheduledAt,
        due,
        null,
        null,
        payload,
        null,
        null,
        createdAt);
  }

  /** A copy that is over. */
  RunEntity finished(
      RunStatus newStatus,
      Instant at,
      byte @Nullable [] newResult,
      @Nullable String newErrorMessage) {
    return new RunEntity(
        id,
        taskId,
        typeId,
        newStatus,
        workerId,
        attempt,
        retryCount,
        shardIndex,
        shardTotal,
        scheduledAt,
        due,
        startedAt,
        at,
        payload,
        newResult,
        newErrorMessage,
        createdAt);
  }

  boolean isPending() {
    return status == RunStatus.PENDING;
  }

  /** Whether a worker has it. */
  boolean isHeld() {
    return status == RunStatus.DISPATCHED || status == RunStatus.RUNNING;
  }

  /** The run that tries the same again. */
  NewRun again(Instant at) {
    return new NewRun(
        taskId,
        typeId,
        at.toEpochMilli(),
        false,
        retryCount + 1,
        shardIndex,
        shardTotal,
        bytes(payload));
  }

  TaskRun toRun() {
    return new TaskRun(
        id,
        taskId,
        status,
        workerId,
        attempt,
        retryCount,
        shardIndex,
        shardTotal,
        scheduledAt.toEpochMilli(),
        millis(startedAt),
        millis(completedAt),
        bytes(payload),
        bytes(result),
        errorMessage,
        createdAt.toEpochMilli());
  }

  ActiveRun toActive() {
    return new ActiveRun(id, taskId, status, attempt, retryCount, workerId, millis(startedAt));
  }

  ClaimedRun toClaimed() {
    return new ClaimedRun(
        id,
        taskId,
        attempt,
        retryCount,
        shardIndex,
        shardTotal,
        scheduledAt.toEpochMilli(),
        bytes(payload));
  }

  private static byte @Nullable [] copy(byte @Nullable [] array) {
    return array == null ? null : array.clone();
  }

  private static @Nullable Bytes bytes(byte @Nullable [] array) {
    return array == null ? null : Bytes.of(array.clone());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? 0 : instant.toEpochMilli();
  }
}
