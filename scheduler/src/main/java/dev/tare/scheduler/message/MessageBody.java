package dev.tare.scheduler.message;

/** What a message says: one of four things. */
public sealed interface MessageBody
    permits TaskExecution, StatusUpdate, WorkerHeartbeat, TaskControl {}
