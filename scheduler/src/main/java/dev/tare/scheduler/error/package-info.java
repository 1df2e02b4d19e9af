/**
 * Every error that the scheduler throws on purpose: one sealed hierarchy.
 *
 * <p>Business errors are answers (not found, conflict, invalid); infrastructure errors are faults.
 * A circuit breaker counts the second kind alone. Messages are built only when something has
 * failed.
 */
package dev.tare.scheduler.error;
