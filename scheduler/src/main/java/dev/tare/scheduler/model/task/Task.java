package dev.tare.scheduler.model.task;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands in the database. Immutable: a cache hands the same instance to everybody.
 * Instants are epoch milliseconds.
 *
 * @param id assigned by the database, ascending
 * @param name unique
 * @param typeId the interned type
 * @param taskType the name of that type
 * @param schedule cron text with seconds; absent if it runs on demand only
 * @param parameters a JSON object, encoded; not to be changed
 * @param timeoutSeconds how long a run may take
 * @param maxRetries how often a failed run is made again
 * @param status whether it runs
 * @param dependencies tasks whose latest runs must have completed
 * @param shardCount runs an instant, or 0 without shards
 * @param shardKey by what the work is divided; absent without shards
 * @param nextDueAt when its schedule is due next, or 0 for never
 * @param createdAt when it was created
 * @param updatedAt when its definition last changed
 */
public record Task(
    long id,
    String name,
    int typeId,
    String taskType,
    @Nullable String schedule,
    Bytes parameters,
    int timeoutSeconds,
    int maxRetries,
    TaskStatus status,
    Ids dependencies,
    int shardCount,
    @Nullable String shardKey,
    long nextDueAt,
    long createdAt,
    long updatedAt) {

  /** Whether it runs. */
  public boolean isActive() {
    return status == TaskStatus.ACTIVE;
  }

  /** Its definition, to be changed in parts. */
  public NewTask.Builder toBuilder() {
    return NewTask.builder(name, taskType)
        .schedule(schedule)
        .parameters(parameters)
        .timeoutSeconds(timeoutSeconds)
        .maxRetries(maxRetries)
        .status(status)
        .dependencies(dependencies)
        .shards(shardCount, shardKey);
  }
}
