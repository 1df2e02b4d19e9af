package dev.tare.profiling.sites;

import java.util.List;

/** What records the allocations. */
public enum SitesBy {
  /** async-profiler where its native library loads, otherwise Flight Recorder. */
  AUTO("auto"),
  /** async-profiler, or an error. */
  ASYNC_PROFILER("async-profiler"),
  /** The JVM's own Flight Recorder. */
  JFR("jfr");

  /**
   * What a JVM must be started with so that nothing is missed: no allocation buffers, a collector
   * under which the interpreter allocates nothing by itself, stacks down to the benchmark.
   */
  public static final List<String> JVM_ARGUMENTS =
      List.of("-XX:+UseG1GC", "-XX:-UseTLAB", "-XX:FlightRecorderOptions=stackdepth=1024");

  private final String label;

  SitesBy(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /**
   * A recorder of this kind for the running JVM.
   *
   * @throws IllegalStateException if it can not be had here
   */
  public AllocationRecorder newRecorder() {
    return switch (this) {
      case ASYNC_PROFILER -> AsyncProfilerRecorder.load();
      case JFR -> new FlightRecorder();
      case AUTO -> asyncProfilerIfAny();
    };
  }

  private static AllocationRecorder asyncProfilerIfAny() {
    try {
      return AsyncProfilerRecorder.load();
    } catch (IllegalStateException e) {
      return new FlightRecorder(); // exact as well, and slower to start
    }
  }
}
