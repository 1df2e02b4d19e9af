/**
 * The domain: what a task, a run and a message are, and which changes are allowed.
 *
 * <p>Plain values without I/O. Every other package of the scheduler may use these; they use nothing
 * of the scheduler. Instants are epoch milliseconds in a {@code long}: no hot path makes a
 * timestamp object.
 */
package dev.tare.scheduler.model;
