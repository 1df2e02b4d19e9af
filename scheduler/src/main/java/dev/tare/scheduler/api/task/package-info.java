/**
 * Tasks over HTTP: defined, changed, run.
 *
 * <p>A definition is read member by member into a {@code NewTask}, which knows what its values may
 * be; its parameters are a view of the request's body. Whether a cron text can be read is asked of
 * {@code Schedules}.
 */
package dev.tare.scheduler.api.task;
