/**
 * Recordings of a running program, kept as files in the format of Flight Recorder: where its time
 * goes, what it allocates and waits for, what lives in its heap.
 *
 * <p>async-profiler records if its native library loads; otherwise the JVM's own Flight Recorder
 * does what it can. The heap's story is Flight Recorder's in either case, with events of this
 * package beside its own. What is recorded is a sample, and never becomes a figure. Nothing here
 * knows what program runs: {@code jmh} begins and ends a recording.
 */
package dev.tare.profiling.recording;
