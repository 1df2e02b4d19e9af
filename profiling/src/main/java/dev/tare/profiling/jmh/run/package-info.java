/**
 * How one row becomes figures, in the JVM that runs it.
 *
 * <p>Rows run single-shot by JMH's own runner ({@code SingleShot}), a profiler notes what each
 * iteration allocated ({@code AllocationProfiler}), and a meter makes figures of the notes:
 * {@code WrittenMeter} bytes and copies, {@code SiteMeter} where bytes and objects come from,
 * {@code SteadyMeter} bytes of compiled code.
 */
package dev.tare.profiling.jmh.run;
