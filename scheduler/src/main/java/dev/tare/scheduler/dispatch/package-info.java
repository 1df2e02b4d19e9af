/**
 * Makes runs of what is due, and gets back what was lost: due tasks come from the store, their runs
 * go to it, and workers claim them from there.
 *
 * <p>Sees the ports alone, so that guarded ones may be given. A due instant of a task makes its
 * runs once, however many dispatchers share the database: the unique key of the runs decides, not a
 * lock and not a leader.
 */
package dev.tare.scheduler.dispatch;
