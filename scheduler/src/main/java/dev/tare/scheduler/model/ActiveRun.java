package dev.tare.scheduler.model;

import org.jspecify.annotations.Nullable;

/**
 * A run that a worker holds: enough to end it, or to tell its worker to.
 *
 * @param id the run
 * @param taskId its task
 * @param status DISPATCHED or RUNNING
 * @param attempt the fencing number with which to complete it
 * @param retryCount how many runs of the same work failed before
 * @param workerId who holds it
 * @param startedAt when its attempt started, epoch milliseconds
 */
public record ActiveRun(
    long id,
    long taskId,
    RunStatus status,
    int attempt,
    int retryCount,
    @Nullable String workerId,
    long startedAt) {}
