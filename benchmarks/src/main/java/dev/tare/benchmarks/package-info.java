/**
 * JMH pairs of the scheduler's hot paths: the copying baseline against the lean code that ships.
 */
package dev.tare.benchmarks;
