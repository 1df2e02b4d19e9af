package dev.tare.scheduler.store;

/**
 * The runs: the durable work queue and its history. Instants are epoch milliseconds.
 *
 * <p>Every method is atomic, and safe to call from any thread unless the implementation says
 * otherwise. A failing database throws {@link dev.tare.scheduler.error.StorageException}, and then
 * nothing has been changed, or the connection was lost before the database could tell.
 */
public interface TaskRunRepository extends RunQueue, RunQueries, RunRecovery {}
