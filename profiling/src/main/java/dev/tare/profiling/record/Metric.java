package dev.tare.profiling.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is counted, an operation; the order is the order of columns and lines. */
public enum Metric {
  /** Heap bytes allocated. */
  BYTES("bytes", "B/op"),
  /** Heap objects allocated. */
  OBJECTS("objects", "objects/op"),
  /** Copies executed at instrumented call sites. */
  COPIES("copies", "copies/op"),
  /** Bytes moved by those copies. */
  COPIED_BYTES("copiedBytes", "B/op"),
  /** Boxing calls executed. */
  BOXINGS("boxings", "boxings/op"),
  /** Shallow size of one instance. */
  INSTANCE_BYTES("instanceBytes", "B"),
  /** Size of one object graph. */
  GRAPH_BYTES("graphBytes", "B"),
  /** Wall-clock time; reported, never gated. */
  TIME("time", "ns/op");

  /** What the written mode can count. */
  public static final Set<Metric> OF_WRITTEN =
      Collections.unmodifiableSet(EnumSet.of(BYTES, COPIES, COPIED_BYTES, BOXINGS));

  private final String label;
  private final String unit;

  Metric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** The name in files and on the command line. */
  public String label() {
    return label;
  }

  /** Whether rewritten calls count it. */
  public boolean isOfCopies() {
    return this == COPIES || this == COPIED_BYTES || this == BOXINGS;
  }

  /** The unit of a value of this metric. */
  public String unit() {
    return unit;
  }
}
