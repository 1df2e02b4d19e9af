/**
 * The record that every instrument emits and every reader takes: what was measured, how, and where.
 *
 * <p>Values only, immutable, no dependency on JMH or on any file format. Instruments in
 * {@code meter} and {@code jmh} create these; they travel from the measuring JVM to the one that
 * judges as a stream of records; {@code reports} keeps them as JSON. Nothing here measures or
 * judges.
 */
package dev.tare.profiling.record;
