/**
 * Every error that the scheduler throws on purpose: one sealed hierarchy.
 *
 * <p>Business errors are answers (not found, conflict, invalid); infrastructure errors are faults;
 * overload errors say that all works and there is too much of it. A circuit breaker counts the
 * faults alone. Messages are built only when something has failed.
 */
package dev.tare.scheduler.error;
