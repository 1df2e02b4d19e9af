package dev.tare.scheduler.message;

import dev.tare.scheduler.model.Bytes;

/**
 * Execute this run.
 *
 * @param runId the run
 * @param attempt its fencing number
 * @param taskId its task
 * @param type which executor serves it
 * @param parameters encoded JSON; a view of the message's bytes once it has been consumed
 * @param timeoutSeconds how long it may take
 * @param retryCount how many runs of the same work failed before
 * @param shardIndex 0-based shard, or -1 without shards
 * @param shardTotal number of shards, or 0 without shards
 */
public record TaskExecution(
    long runId,
    int attempt,
    long taskId,
    String type,
    Bytes parameters,
    int timeoutSeconds,
    int retryCount,
    int shardIndex,
    int shardTotal)
    implements MessageBody {

  /** Refuses a shard outside of its total. */
  public TaskExecution {
    boolean unsharded = shardIndex == -1 && shardTotal == 0;
    if (!unsharded && !(shardIndex >= 0 && shardIndex < shardTotal)) {
      throw new IllegalArgumentException("shard " + shardIndex + " of " + shardTotal);
    }
  }
}
