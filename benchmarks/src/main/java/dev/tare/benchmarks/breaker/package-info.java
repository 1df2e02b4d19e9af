/**
 * The guard that a circuit breaker is: around every operation of the repositories and the queue.
 */
package dev.tare.benchmarks.breaker;
