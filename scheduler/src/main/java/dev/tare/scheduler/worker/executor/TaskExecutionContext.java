package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.model.Bytes;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an executor sees of the run that it executes.
 *
 * <p>The worker owns it and lends it to one call, on one thread: it shows another run once the call
 * has returned. Copy what you keep; {@link #parameters} alone stays valid for as long as it is
 * referenced.
 */
public interface TaskExecutionContext {

  /** The run. */
  long runId();

  /** Its task. */
  long taskId();

  /** Its task's type. */
  String taskType();

  /** The fencing number of this attempt, 1 for the first. Pass it to what must not run twice. */
  int attempt();

  /** How many runs of the same work failed before this one. */
  int retryCount();

  /** 0-based shard, or -1 without shards. */
  int shardIndex();

  /** Number of shards, or 0 without shards. */
  int shardTotal();

  /** When the run was to start, epoch milliseconds. */
  long scheduledAt();

  /** The run's payload or else its task's parameters: a JSON object, encoded. Not to be changed. */
  Bytes parameters();

  /** How long the run may take from now on, in milliseconds; 1 or more. */
  long timeoutMillis();

  /** Variables for child processes, the same for every run of a worker. Unmodifiable. */
  Map<String, String> environment();

  /** Where relative paths begin; null for the process's own directory. */
  @Nullable
  Path workingDirectory();

  /** How much of what the run produces is kept. */
  ResourceLimits limits();
}
