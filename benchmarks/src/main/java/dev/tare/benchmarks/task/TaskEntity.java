package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingIdText;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as the copying repository keeps it: every column and the name of its type, immutable, with
 * its own copy of the parameters.
 */
@SuppressWarnings("ArrayRecordComponent") // entities are not compared
record TaskEntity(
    @Nullable Long id,
    String name,
    int typeId,
    String taskType,
    @Nullable String schedule,
    byte[] parameters,
    int timeoutSeconds,
    int maxRetries,
    TaskStatus status,
    List<Long> dependencies,
    int shardCount,
    @Nullable String shardKey,
    @Nullable Instant nextDueAt,
    Instant createdAt,
    Instant updatedAt) {

  TaskEntity {
    parameters = parameters.clone();
    dependencies = List.copyOf(dependencies);
  }

  static TaskEntity read(ResultSet row) throws SQLException {
    return new TaskEntity(
        row.getLong("id"),
        row.getString("name"),
        row.getInt("type_id"),
        row.getString("type_name"),
        row.getString("schedule"),
        row.getBytes("parameters"),
        row.getInt("timeout_seconds"),
        row.getInt("max_retries"),
        TaskStatus.ofCode(row.getInt("status")),
        CopyingIdText.parse(row.getString("dependencies")),
        row.getInt("shard_count"),
        row.getString("shard_key"),
        instant(row, "next_due_at"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")));
  }

  /** A task that has not been stored yet. */
  static TaskEntity of(NewTask task, int typeId, long nextDueAt, Instant now) {
    return new TaskEntity(
        null,
        task.name(),
        typeId,
        task.taskType(),
        task.schedule(),
        task.parameters().exactArray(),
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status(),
        Arrays.stream(task.dependencies().array()).boxed().toList(),
        task.shardCount(),
        task.shardKey(),
        nextDueAt == 0 || task.schedule() == null || task.status() == TaskStatus.INACTIVE
            ? null
            : Instant.ofEpochMilli(nextDueAt),
        now,
        now);
  }

  /** A copy that the database has given an id. */
  TaskEntity withId(Long newId) {
    return new TaskEntity(
        newId,
        name,
        typeId,
        taskType,
        schedule,
        parameters,
        timeoutSeconds,
        maxRetries,
        status,
        dependencies,
        shardCount,
        shardKey,
        nextDueAt,
        createdAt,
        updatedAt);
  }

  /** A copy of another definition that stands in this one's place. */
  TaskEntity replacedBy(TaskEntity definition) {
    return new TaskEntity(
        id,
        definition.name,
        definition.typeId,
        definition.taskType,
        definition.schedule,
        definition.parameters,
        definition.timeoutSeconds,
        definition.maxRetries,
        definition.status,
        definition.dependencies,
        definition.shardCount,
        definition.shardKey,
        definition.nextDueAt,
        createdAt,
        later(definition.updatedAt));
  }

  /** A copy that does not run any more. */
  TaskEntity deactivated(Instant at) {
    return new TaskEntity(
        id,
        name,
        typeId,
        taskType,
        schedule,
        parameters,
        timeoutSeconds,
        maxRetries,
        TaskStatus.INACTIVE,
        dependencies,
        shardCount,
        shardKey,
        null,
        createdAt,
        later(at));
  }

  /** A copy that is due at another instant. */
  TaskEntity withNextDueAt(@Nullable Instant newDueAt) {
    return new TaskEntity(
        id,
        name,
        typeId,
        taskType,
        schedule,
        parameters,
        timeoutSeconds,
        maxRetries,
        status,
        dependencies,
        shardCount,
        shardKey,
        newDueAt,
        createdAt,
        updatedAt);
  }

  /** Later than the last change in any case: it tells the versions apart. */
  private Instant later(Instant at) {
    return at.isAfter(updatedAt) ? at : updatedAt.plusMillis(1);
  }

  /** Whether it is still as a dispatcher read it. */
  boolean isStill(DueTask read) {
    return status == TaskStatus.ACTIVE
        && Instant.ofEpochMilli(read.dueAt()).equals(nextDueAt)
        && Instant.ofEpochMilli(read.updatedAt()).equals(updatedAt);
  }

  Long storedId() {
    return Objects.requireNonNull(id, "not stored yet");
  }

  Ids dependencyIds() {
    return Ids.of(dependencies.stream().mapToLong(Long::longValue).toArray());
  }

  Task toTask() {
    return new Task(
        storedId(),
        name,
        typeId,
        taskType,
        schedule,
        Bytes.of(parameters.clone()),
        timeoutSeconds,
        maxRetries,
        status,
        dependencyIds(),
        shardCount,
        shardKey,
        nextDueAt == null ? 0 : nextDueAt.toEpochMilli(),
        createdAt.toEpochMilli(),
        updatedAt.toEpochMilli());
  }

  DueTask toDue() {
    return new DueTask(
        storedId(),
        typeId,
        Objects.requireNonNull(schedule, "due without a schedule"),
        dependencyIds(),
        shardCount,
        Objects.requireNonNull(nextDueAt, "due at no instant").toEpochMilli(),
        updatedAt.toEpochMilli());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
