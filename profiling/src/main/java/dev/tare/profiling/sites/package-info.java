/**
 * Every single allocation of a JVM, with its class and the line that asked for it.
 *
 * <p>A recorder writes a recording in the format of Flight Recorder; what is read back is cut into
 * windows by marks that the measuring thread allocates, and summed up by place. async-profiler is
 * the first choice; Flight Recorder itself does the same without a native library. Both miss none
 * only in a JVM without thread-local allocation buffers: {@code -XX:+UseG1GC -XX:-UseTLAB} (other
 * collectors of JDK 17 let the interpreter allocate past both). Nothing here knows JMH but for the
 * names of its threads and stubs, nor decides whether a sum is right: {@code jmh} does.
 */
package dev.tare.profiling.sites;
