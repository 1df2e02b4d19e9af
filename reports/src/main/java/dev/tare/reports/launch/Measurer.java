package dev.tare.reports.launch;

import dev.tare.profiling.record.BenchmarkId;

/** Measures a jar; the port between the command and the child JVMs. */
public interface Measurer {

  /**
   * Measures every selected row once.
   *
   * @throws dev.tare.reports.UserError if the jar is no JMH jar, the JVM is none, or nothing
   *     matches
   */
  MeasureResult measure(MeasureRequest request, Progress progress);

  /** The same with so many JVMs at once, if it can; rows that are compiled have one at a time. */
  default Measurer sideBySide(int jvms) {
    return this;
  }

  /** Hears how far a run is; called by one thread at a time. */
  interface Progress {
    /** Row {@code index} of {@code count}, counted from 1, begins. */
    void rowStarted(BenchmarkId id, int index, int count);
  }
}
