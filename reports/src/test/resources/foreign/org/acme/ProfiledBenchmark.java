package org.acme;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Benchmarks of which it is known where their time and memory go. */
@State(Scope.Benchmark)
public class ProfiledBenchmark {
  private static final int KEPT = 500;

  private final Object lock = new Object();
  private double number = 7;

  @Benchmark
  public double hot() {
    return spin(number);
  }

  @Benchmark
  public long[] allocating() {
    return fresh();
  }

  /** The two are in each other's way all the time. */
  @Benchmark
  @Threads(2)
  public double locked() {
    synchronized (lock) {
      return spin(number) + spin(number);
    }
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static double spin(double start) {
    double sum = start;
    for (int i = 0; i < 100_000; i++) {
      sum = Math.sqrt(sum + i);
    }
    return sum;
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long[] fresh() {
    return new long[512]; // at fresh
  }

  /** A pair: one copies, the other does not. */
  @State(Scope.Thread)
  public static class Pair {
    @Param({"COPYING", "LEAN"})
    String variant;

    private final long[] data = new long[1024];

    long[] copied() {
      return data.clone();
    }

    long[] passed() {
      spin(7);
      return data;
    }
  }

  @Benchmark
  public long[] pair(Pair pair) {
    return pair.variant.equals("COPYING") ? pair.copied() : pair.passed();
  }

  /** Keeps 32 MB from the beginning. */
  @State(Scope.Benchmark)
  public static class Hoard {
    private final List<byte[]> kept = new ArrayList<>();

    @Setup(Level.Trial)
    public void fill() {
      for (int i = 0; i < KEPT; i++) {
        kept.add(new byte[65_536]); // at kept
      }
    }
  }

  @Benchmark
  public byte[] hoarding(Hoard hoard) {
    return new byte[1024];
  }
}
