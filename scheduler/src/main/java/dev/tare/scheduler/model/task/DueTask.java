package dev.tare.scheduler.model.task;

import dev.tare.scheduler.model.Ids;

/**
 * What a dispatcher needs to know of a task that is due: no parameters, however large they are.
 *
 * @param id the task
 * @param typeId its interned type
 * @param schedule its cron text
 * @param dependencies tasks whose latest runs must have completed
 * @param shardCount runs an instant, or 0 without shards
 * @param dueAt the instant that is due, epoch milliseconds
 * @param updatedAt which version of the task this is, epoch milliseconds
 */
public record DueTask(
    long id,
    int typeId,
    String schedule,
    Ids dependencies,
    int shardCount,
    long dueAt,
    long updatedAt) {}
