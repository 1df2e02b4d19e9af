/**
 * The message queue over JDBC: one implementation, two dialects, what is published survives a
 * crash.
 *
 * <p>A queue is opened for each operation a session of {@code store.connection}. Messages go into
 * the table as {@code message.codec} encodes them and come out to be decoded once.
 */
package dev.tare.scheduler.queue.jdbc;
