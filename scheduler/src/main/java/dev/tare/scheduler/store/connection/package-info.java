/**
 * Connections to the two databases, and who holds one for how long.
 *
 * <p>{@link dev.tare.scheduler.store.connection.PinnedSessions} for the scheduler's own loops: one
 * connection for life with its statements kept, so that an operation allocates what the driver does
 * and nothing more. {@link dev.tare.scheduler.store.connection.PooledSessions} for threads that
 * come and go. Knows no table.
 */
package dev.tare.scheduler.store.connection;
