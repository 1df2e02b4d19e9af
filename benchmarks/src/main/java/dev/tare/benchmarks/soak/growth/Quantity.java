package dev.tare.benchmarks.soak.growth;

import java.util.function.ToDoubleFunction;

/** What must not grow, and by how much it may over a whole soak and still be called flat. */
public enum Quantity {
  /** Objects that are reachable. */
  HEAP("heap after a collection", "B", 1 << 20, Sample::heap),
  /**
   * What the JVM itself has asked for: heap, threads, metadata. Not what compiling takes: that goes
   * on for a while, has a bound of its own, and is nobody's leak.
   */
  COMMITTED(
      "committed by the JVM", "B", 8 << 20, sample -> sample.committed() - sample.compiling()),
  /** What libraries have asked for, and what fragmentation keeps. */
  BESIDE("resident − committed", "B", 8 << 20, sample -> sample.resident() - sample.committed()),
  /** Buffers outside of the heap. */
  DIRECT("direct buffers", "B", 1 << 20, Sample::direct),
  /** Live threads. */
  THREADS("threads", "", 3, Sample::threads),
  /** Open files and connections. */
  DESCRIPTORS("files and connections", "", 3, Sample::descriptors);

  private final String label;
  private final String unit;
  private final double tolerance;

  @SuppressWarnings("ImmutableEnumChecker") // an accessor, without state
  private final ToDoubleFunction<Sample> value;

  Quantity(String label, String unit, double tolerance, ToDoubleFunction<Sample> value) {
    this.label = label;
    this.unit = unit;
    this.tolerance = tolerance;
    this.value = value;
  }

  /** Its name for a reader. */
  public String label() {
    return label;
  }

  /** B, or empty for a count. */
  public String unit() {
    return unit;
  }

  /** The growth from the first sample that counts to the last that is still none. */
  public double tolerance() {
    return tolerance;
  }

  /** Its value in a sample. */
  public double of(Sample sample) {
    return value.applyAsDouble(sample);
  }
}
