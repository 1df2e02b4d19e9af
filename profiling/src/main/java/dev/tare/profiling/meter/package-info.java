/**
 * Measuring inside a JVM, without a harness: what its threads have allocated so far, what JVM that
 * is, and {@link dev.tare.profiling.meter.AllocationMeter}, which measures what an action allocates
 * a run. Depends on the JDK alone; what is judged, and how that is told, is not known here.
 */
package dev.tare.profiling.meter;
