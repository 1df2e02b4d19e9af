/**
 * Instruments inside JMH, for whatever version of JMH the measured jar brings.
 *
 * <p>{@link dev.tare.profiling.jmh.WrittenMain} is the main class of a measuring JVM: it lists the
 * rows of the jar, runs each in process by JMH's own runner, and reads the JVM's allocation count
 * around every iteration. What it finds leaves as events of {@code wire}. Only long-standing API of
 * JMH is used here, and nothing of this package may be needed by a benchmark.
 */
package dev.tare.profiling.jmh;
