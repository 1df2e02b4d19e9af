package dev.tare.scheduler.model;

import org.jspecify.annotations.Nullable;

/**
 * A run to be created.
 *
 * @param taskId the task to run
 * @param typeId the interned type of that task, by which workers choose
 * @param scheduledAt when it may start, epoch milliseconds
 * @param due whether it stands for a due instant of the task's schedule: there is at most one such
 *     run a task, instant and shard
 * @param retryCount how many runs of the same work failed before this one
 * @param shardIndex 0-based shard, or -1 without shards
 * @param shardTotal number of shards, or 0 without shards
 * @param payload replaces the task's parameters for this run; absent to use those
 */
public record NewRun(
    long taskId,
    int typeId,
    long scheduledAt,
    boolean due,
    int retryCount,
    int shardIndex,
    int shardTotal,
    @Nullable Bytes payload) {

  /** A shard index that says: without shards. */
  public static final int NO_SHARD = -1;

  /** Refuses a shard outside of its total, and a type that can not be. */
  public NewRun {
    if (typeId < 1) {
      throw new IllegalArgumentException("type " + typeId + ": the first id of a type is 1");
    }
    boolean unsharded = shardIndex == NO_SHARD && shardTotal == 0;
    if (!unsharded && !(shardIndex >= 0 && shardIndex < shardTotal)) {
      throw new IllegalArgumentException("shard " + shardIndex + " of " + shardTotal);
    }
  }

  /** A run on demand, without shards. */
  public static NewRun onDemand(
      long taskId, int typeId, long scheduledAt, @Nullable Bytes payload) {
    return new NewRun(taskId, typeId, scheduledAt, false, 0, NO_SHARD, 0, payload);
  }
}
