package dev.tare.scheduler.message;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run has this status now.
 *
 * @param runId the run
 * @param attempt the attempt that it is about
 * @param status its new status
 * @param workerId who says so
 * @param result what it produced; a view of the message's bytes once it has been consumed
 * @param error why it failed
 * @param at when it happened, epoch milliseconds
 */
public record StatusUpdate(
    long runId,
    int attempt,
    RunStatus status,
    String workerId,
    @Nullable Bytes result,
    @Nullable String error,
    long at)
    implements MessageBody {}
