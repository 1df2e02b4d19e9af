package dev.tare.scheduler.model;

import org.jspecify.annotations.Nullable;

/**
 * What a worker learns of a run that it has claimed: enough to execute and to complete it.
 *
 * @param id the run
 * @param taskId its task
 * @param attempt the fencing number: a completion is accepted from the latest attempt alone
 * @param retryCount how many runs of the same work failed before
 * @param shardIndex 0-based shard, or -1 without shards
 * @param shardTotal number of shards, or 0 without shards
 * @param scheduledAt when it was to start, epoch milliseconds
 * @param payload replaces the task's parameters for this run; absent to use those
 */
public record ClaimedRun(
    long id,
    long taskId,
    int attempt,
    int retryCount,
    int shardIndex,
    int shardTotal,
    long scheduledAt,
    @Nullable Bytes payload) {}
