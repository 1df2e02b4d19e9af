package dev.tare.scheduler.model.worker;

/**
 * What a worker says of itself every few seconds.
 *
 * @param workerId who
 * @param running how many runs it has
 * @param at when, epoch milliseconds
 */
public record Heartbeat(String workerId, int running, long at) {}
