package dev.tare.profiling.recording;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One garbage collection as the JVM's beans tell it, as an event of the recording. */
@Name(CollectionReading.NAME)
@Label("Collection")
@Category("Tare")
@StackTrace(false)
final class CollectionReading extends Event {
  static final String NAME = "dev.tare.Collection";

  @Label("Collector")
  String collector = "";

  @Label("Cause")
  String cause = "";

  @Label("Heap Used Before")
  @DataAmount
  long usedBefore;

  @Label("Heap Used After")
  @DataAmount
  long usedAfter;

  @Label("Growth of the Old Generation")
  @DataAmount
  long promoted;
}
