package dev.tare.scheduler.store;

/**
 * The ports over one database: a contract of one asks the others for what it stands on.
 *
 * @param tasks the tasks
 * @param runs the runs
 * @param workers the workers
 * @param types the interned types
 */
public record Stores(
    TaskRepository tasks, TaskRunRepository runs, WorkerRepository workers, TaskTypes types) {}
