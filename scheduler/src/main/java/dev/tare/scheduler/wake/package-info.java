/**
 * Wakes workers of other processes when a run was submitted, so that they need not wait for their
 * next poll. For PostgreSQL, over NOTIFY and LISTEN; a SQLite database has one process.
 *
 * <p>Whoever makes runs, which is the façade's {@code submit} and the dispatcher, calls
 * {@link dev.tare.scheduler.wake.Wakes#submitted}. That wakes the worker of its own process, which
 * costs a flag, and has a {@link dev.tare.scheduler.wake.RunAnnouncer} tell the others: their
 * {@link dev.tare.scheduler.wake.RunListener} wakes their worker. This only saves time: an
 * announcement may be lost, and then the worker's poll finds the run.
 */
package dev.tare.scheduler.wake;
