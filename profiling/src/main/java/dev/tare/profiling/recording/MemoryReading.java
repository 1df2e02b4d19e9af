package dev.tare.profiling.recording;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the process holds at one moment, as an event of the recording. */
@Name(MemoryReading.NAME)
@Label("Memory of the Process")
@Category("Tare")
@StackTrace(false)
final class MemoryReading extends Event {
  static final String NAME = "dev.tare.Memory";

  @Label("Heap Used")
  @DataAmount
  long heapUsed;

  @Label("Heap Committed")
  @DataAmount
  long heapCommitted;

  @Label("Resident Set, -1 if unknown")
  @DataAmount
  long resident;

  @Label("Native Memory Committed, -1 if not tracked")
  @DataAmount
  long nativeCommitted;
}
