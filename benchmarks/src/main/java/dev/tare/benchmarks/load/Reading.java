package dev.tare.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.tare.benchmarks.peers.CountingSocketFactory;
import dev.tare.profiling.meter.AllocatedBytes;
import java.lang.management.ManagementFactory;

/**
 * What has been used up to an instant, or between two: by all threads of this JVM, and by the
 * server.
 *
 * @param bytes allocated
 * @param trips to the server and back
 * @param jvmCpuNanos of this JVM, its compiler and collector included
 * @param serverCpuNanos of the server, or {@link ServerCpu#UNKNOWN}
 */
record Reading(long nanos, long bytes, long trips, long jvmCpuNanos, long serverCpuNanos) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Before what is measured: the clock is read last, after all that reading costs itself. */
  static Reading before(ServerCpu server) {
    long serverCpuNanos = server.nanos();
    long jvmCpuNanos = SYSTEM.getProcessCpuTime();
    long trips = CountingSocketFactory.trips();
    long bytes = AllocatedBytes.total();
    return new Reading(System.nanoTime(), bytes, trips, jvmCpuNanos, serverCpuNanos);
  }

  /** After it: the clock is read first. */
  static Reading after(ServerCpu server) {
    long nanos = System.nanoTime();
    long bytes = AllocatedBytes.total();
    long trips = CountingSocketFactory.trips();
    long jvmCpuNanos = SYSTEM.getProcessCpuTime();
    return new Reading(nanos, bytes, trips, jvmCpuNanos, server.nanos());
  }

  /** From an earlier one to this. */
  Reading since(Reading earlier) {
    boolean unknown = serverCpuNanos == ServerCpu.UNKNOWN;
    return new Reading(
        nanos - earlier.nanos,
        bytes - earlier.bytes,
        trips - earlier.trips,
        jvmCpuNanos - earlier.jvmCpuNanos,
        unknown ? ServerCpu.UNKNOWN : serverCpuNanos - earlier.serverCpuNanos);
  }
}
