package dev.tare.scheduler.model.worker;

/**
 * A worker's status and when it was last heard, epoch milliseconds.
 *
 * @param workerId who
 * @param status whether it is there
 * @param lastHeartbeat when it was last heard
 */
public record WorkerState(String workerId, WorkerStatus status, long lastHeartbeat) {}
