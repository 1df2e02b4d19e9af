package dev.tare.scheduler.model.task;

import dev.tare.scheduler.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A task's status and that of its latest run.
 *
 * @param taskId the task
 * @param status whether it runs
 * @param latestRunId its latest run, or 0 if it never had one
 * @param latestRun the status of that run
 */
public record TaskState(
    long taskId,
    TaskStatus status,
    long latestRunId,
    @Nullable RunStatus latestRun) {}
