package dev.tare.benchmarks.soak.growth;

/**
 * What this process held after so many runs. What can not be known here is NaN.
 *
 * @param runs how many had ended
 * @param heap bytes of the heap in use, after a full collection
 * @param resident bytes of the process in memory, all kinds
 * @param committed bytes that the JVM has asked the system for, by its native memory tracking
 * @param compiling bytes of those that go to compiled code, and to what compiles it
 * @param direct bytes of direct buffers
 * @param threads live ones
 * @param descriptors open files and connections
 */
public record Sample(
    long runs,
    double heap,
    double resident,
    double committed,
    double compiling,
    double direct,
    double threads,
    double descriptors) {}
