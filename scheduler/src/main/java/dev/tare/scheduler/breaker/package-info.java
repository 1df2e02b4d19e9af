/**
 * The circuit breaker: calls to something that keeps failing are refused at once, until probes show
 * that it works again.
 *
 * <p>Knows neither databases nor queues. Calls report here how they ended; what is refused leaves
 * as a {@link dev.tare.scheduler.error.CircuitOpenException}. Time comes from a source of
 * nanoseconds given at construction. A call that is let through and ends well allocates nothing
 * here.
 */
package dev.tare.scheduler.breaker;
