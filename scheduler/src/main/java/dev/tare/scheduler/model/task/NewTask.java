package dev.tare.scheduler.model.task;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a task that is created or changed; always valid. Whether the cron text can be
 * read and the dependencies exist is not known here.
 *
 * @param name unique, 1–255 characters
 * @param taskType which executor runs it, 1–100 characters
 * @param schedule cron text with seconds, 1–255 characters; absent to run on demand only
 * @param parameters a JSON object in UTF-8 of at most a mebibyte and 100 keys; given away
 * @param timeoutSeconds how long a run may take, 1–86400
 * @param maxRetries how often a failed run is made again, 0–10
 * @param status whether it runs
 * @param dependencies at most 50 distinct tasks whose latest runs must have completed
 * @param shardCount runs an instant, 1–1000, or 0 without shards
 * @param shardKey by what the work is divided, 1–255 characters; absent without shards
 */
public record NewTask(
    String name,
    String taskType,
    @Nullable String schedule,
    Bytes parameters,
    int timeoutSeconds,
    int maxRetries,
    TaskStatus status,
    Ids dependencies,
    int shardCount,
    @Nullable String shardKey) {
  /** A time limit unless said otherwise, seconds. */
  public static final int DEFAULT_TIMEOUT_SECONDS = 300;

  private static final Bytes NO_PARAMETERS = Bytes.of("{}".getBytes(StandardCharsets.UTF_8));

  /**
   * Throws {@link dev.tare.scheduler.error.ValidationException}, which names the field, for a value
   * outside of its range.
   */
  public NewTask {
    TaskRules.checkText("name", name, TaskRules.NAME_CHARS);
    TaskRules.checkText("taskType", taskType, TaskRules.TYPE_CHARS);
    if (schedule != null) {
      TaskRules.checkText("schedule", schedule, TaskRules.SCHEDULE_CHARS);
    }
    TaskRules.checkParameters(parameters);
    TaskRules.checkRange("timeoutSeconds", timeoutSeconds, 1, 86_400);
    TaskRules.checkRange("maxRetries", maxRetries, 0, 10);
    TaskRules.checkDependencies(dependencies);
    TaskRules.checkShards(shardCount, shardKey);
  }

  /**
   * Throws {@link dev.tare.scheduler.error.ValidationException} for a name that no type can have.
   */
  public static void checkTaskType(String taskType) {
    TaskRules.checkText("taskType", taskType, TaskRules.TYPE_CHARS);
  }

  /** A definition of this name and type, on demand, without parameters. */
  public static Builder builder(String name, String taskType) {
    return new Builder(name, taskType);
  }

  /** Collects a definition. For one thread. */
  public static final class Builder {
    private String name;
    private String taskType;
    private @Nullable String schedule;
    private Bytes parameters = NO_PARAMETERS;
    private int timeoutSeconds = DEFAULT_TIMEOUT_SECONDS;
    private int maxRetries;
    private TaskStatus status = TaskStatus.ACTIVE;
    private Ids dependencies = Ids.NONE;
    private int shardCount;
    private @Nullable String shardKey;

    private Builder(String name, String taskType) {
      this.name = name;
      this.taskType = taskType;
    }

    /** Another name. */
    public Builder name(String value) {
      name = value;
      return this;
    }

    /** Another type. */
    public Builder taskType(String value) {
      taskType = value;
      return this;
    }

    /** Cron text with seconds; null to run on demand only, which is the default. */
    public Builder schedule(@Nullable String value) {
      schedule = value;
      return this;
    }

    /** A JSON object in UTF-8, given away; {@code {}} unless said otherwise. */
    public Builder parameters(Bytes value) {
      parameters = value;
      return this;
    }

    /** How long a run may take; 300 s unless said otherwise. */
    public Builder timeoutSeconds(int value) {
      timeoutSeconds = value;
      return this;
    }

    /** How often a failed run is made again; 0 unless said otherwise. */
    public Builder maxRetries(int value) {
      maxRetries = value;
      return this;
    }

    /** ACTIVE unless said otherwise. */
    public Builder status(TaskStatus value) {
      status = value;
      return this;
    }

    /** Tasks whose latest runs must have completed; none unless said otherwise. */
    public Builder dependencies(Ids value) {
      dependencies = value;
      return this;
    }

    /** So many runs an instant, and by what they divide the work; 0 and null for no shards. */
    public Builder shards(int count, @Nullable String key) {
      shardCount = count;
      shardKey = key;
      return this;
    }

    /**
     * The definition.
     *
     * @throws dev.tare.scheduler.error.ValidationException if a value is outside of its range
     */
    public NewTask build() {
      return new NewTask(
          name,
          taskType,
          schedule,
          parameters,
          timeoutSeconds,
          maxRetries,
          status,
          dependencies,
          shardCount,
          shardKey);
    }
  }
}
