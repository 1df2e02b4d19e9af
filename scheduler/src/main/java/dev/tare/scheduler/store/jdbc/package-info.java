/**
 * The ports of {@code store} over JDBC: one implementation, two dialects.
 *
 * <p>A repository asks {@link dev.tare.scheduler.store.jdbc.Sessions} for a session an operation.
 * The scheduler's loops use {@link dev.tare.scheduler.store.jdbc.PinnedSessions}: one connection
 * for life with its statements kept, so that an operation allocates what the driver does and
 * nothing more. Threads that come and go use {@link dev.tare.scheduler.store.jdbc.PooledSessions}.
 * SQL is always parameterised; instants are epoch milliseconds in BIGINT, statuses codes in
 * SMALLINT.
 */
package dev.tare.scheduler.store.jdbc;
