/**
 * What the repositories over JDBC share: a session an operation, failures that say what failed,
 * lists as parameters. The repositories themselves stand in {@code run}, {@code task} and
 * {@code worker}: one implementation each, two dialects.
 *
 * <p>SQL is always parameterised; instants are epoch milliseconds in BIGINT, statuses codes in
 * SMALLINT, lists of ids JSON arrays in TEXT.
 */
package dev.tare.scheduler.store.jdbc;
