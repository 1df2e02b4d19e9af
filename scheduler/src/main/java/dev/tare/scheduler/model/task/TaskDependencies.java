package dev.tare.scheduler.model.task;

import dev.tare.scheduler.model.Ids;

/**
 * The edges of the dependency graph that leave one task.
 *
 * @param taskId the task that waits
 * @param dependencies the tasks that it waits for, one or more
 */
public record TaskDependencies(long taskId, Ids dependencies) {}
