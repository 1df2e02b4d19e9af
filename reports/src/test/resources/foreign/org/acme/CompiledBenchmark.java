package org.acme;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a compiler makes of allocations. */
@State(Scope.Thread)
public class CompiledBenchmark {
  private int number = 7;

  /** Of the JVM, not of a run. */
  private static int calls;

  record Point(int x, int y) {}

  @Benchmark
  public int[] escaping() {
    return new int[2];
  }

  /** Never leaves the method: compiled, it is not allocated. */
  @Benchmark
  public int staying() {
    Point point = new Point(number, 1);
    return point.x() + point.y();
  }

  /** Costs more with each call. */
  @Benchmark
  public int[] growing() {
    return new int[calls++ >>> 10];
  }
}
