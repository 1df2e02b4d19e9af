/**
 * The domain: what a run is, which changes are allowed, and the values that all of it is made of;
 * tasks, workers and pages have packages of their own below.
 *
 * <p>Plain values without I/O. Every other package of the scheduler may use these; they use nothing
 * of the scheduler. Instants are epoch milliseconds in a {@code long}: no hot path makes a
 * timestamp object.
 */
package dev.tare.scheduler.model;
