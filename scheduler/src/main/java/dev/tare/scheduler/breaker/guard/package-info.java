/**
 * The ports to the database and the queues, each operation behind a circuit breaker.
 *
 * <p>A guard has one pattern for every method and nothing else: ask the breaker, delegate with the
 * same arguments, report, and hand the same result or the same error through. It makes no object
 * and no copy. A test holds every method of every port to that, whichever may be added. While the
 * breaker refuses, every method throws {@link dev.tare.scheduler.error.CircuitOpenException}.
 *
 * <p>{@link dev.tare.scheduler.store.TaskTypes} has no guard: it answers from memory what it has
 * seen once, and has to go on doing so when the database is gone.
 */
package dev.tare.scheduler.breaker.guard;
