/**
 * Instruments that count what an operation allocates, exactly.
 *
 * <p>Light enough to be a test dependency anywhere: no runtime dependency at all.
 */
package dev.tare.profiling;
