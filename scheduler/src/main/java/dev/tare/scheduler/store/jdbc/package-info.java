/**
 * The ports of {@code store} over JDBC: one implementation, two dialects.
 *
 * <p>A repository opens a session of {@code store.connection} for each operation. SQL is always
 * parameterised; instants are epoch milliseconds in BIGINT, statuses codes in SMALLINT.
 */
package dev.tare.scheduler.store.jdbc;
