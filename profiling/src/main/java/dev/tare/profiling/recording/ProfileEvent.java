package dev.tare.profiling.recording;

import java.util.List;

/** What a profile can be of. */
public enum ProfileEvent {
  /** Processor time; by timers where the system has no performance counters for us. */
  CPU("cpu", "event=cpu,interval=5ms"),
  /** Elapsed time, of waiting threads too. */
  WALL("wall", "wall=20ms"),
  /** Allocation in the Java heap. */
  ALLOC("alloc", "alloc=256k"),
  /** Waiting for a lock that another thread holds. */
  LOCK("lock", "lock=10us"),
  /** Memory from {@code malloc}, freed or not. */
  NATIVEMEM("nativemem", "nativemem=0");

  private final String label;
  private final String option;

  ProfileEvent(String label, String option) {
    this.label = label;
    this.option = option;
  }

  /** The name on the command line and in file names. */
  public String label() {
    return label;
  }

  /** What async-profiler is told. */
  String option() {
    return option;
  }

  /** Which of Flight Recorder's events tell the same; none for what it can not record. */
  List<String> flightEvents() {
    return switch (this) {
      case CPU -> List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
      case ALLOC -> List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");
      case LOCK -> List.of("jdk.JavaMonitorEnter");
      case WALL, NATIVEMEM -> List.of();
    };
  }
}
