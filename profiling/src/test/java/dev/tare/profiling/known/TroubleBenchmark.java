package dev.tare.profiling.known;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Operations without an exact figure, and ones without any. */
@State(Scope.Thread)
public class TroubleBenchmark {
  private static final long SLOW_NANOS = 50_000_000;

  /** Of the JVM, not of a run: two runs would draw the same numbers. */
  private static final Random RANDOM = new Random(1);

  /** 16 to 16 + 4·100: varies. */
  @Benchmark
  public int[] random() {
    return new int[RANDOM.nextInt(101)];
  }

  /** 24, and slow. */
  @Benchmark
  public int[] slow() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < SLOW_NANOS) {
      Thread.onSpinWait();
    }
    return new int[2];
  }

  /** Throws. */
  @Benchmark
  public int throwing() {
    throw new IllegalStateException("no luck");
  }

  /** Throws an error that is no failure of the virtual machine. */
  @Benchmark
  public int asserting() {
    throw new AssertionError("not so");
  }

  /** Throws what has a circle of causes. */
  @Benchmark
  public int circular() {
    IllegalStateException outer = new IllegalStateException("outer");
    outer.initCause(new IllegalArgumentException("inner", outer));
    throw outer;
  }
}
