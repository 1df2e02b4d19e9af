package dev.tare.scheduler.model;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a task, as it stands in the database. Instants are epoch milliseconds, 0 while
 * they have not come.
 *
 * @param id assigned by the database, ascending
 * @param taskId its task
 * @param status where it is
 * @param workerId who has or had it; absent before the first claim
 * @param attempt the fencing number: goes up at every claim
 * @param retryCount how many runs of the same work failed before this one
 * @param shardIndex 0-based shard, or -1 without shards
 * @param shardTotal number of shards, or 0 without shards
 * @param scheduledAt when it may start
 * @param startedAt when its latest attempt started
 * @param completedAt when it finished
 * @param payload replaces the task's parameters for this run; absent to use those
 * @param result what it produced
 * @param errorMessage why it failed
 * @param createdAt when it was created
 */
public record TaskRun(
    long id,
    long taskId,
    RunStatus status,
    @Nullable String workerId,
    int attempt,
    int retryCount,
    int shardIndex,
    int shardTotal,
    long scheduledAt,
    long startedAt,
    long completedAt,
    @Nullable Bytes payload,
    @Nullable Bytes result,
    @Nullable String errorMessage,
    long createdAt) {}
