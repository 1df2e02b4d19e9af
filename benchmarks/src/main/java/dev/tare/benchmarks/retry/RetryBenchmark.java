package dev.tare.benchmarks.retry;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.retry.RetryPolicy;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The wait before the next try. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RetryBenchmark implements Digested {
  private static final long SEED = 42;

  @Param
  Variant variant;

  /** So many tries have failed before. */
  @Param({"0", "7"})
  int retries;

  private RandomGenerator random = () -> SEED; // every wait the same: so is what it allocates
  private CopyingRetries copying;

  /** Makes the baseline. */
  @Setup
  public void open() {
    copying = new CopyingRetries(RetryPolicy.DEFAULT);
  }

  /** Milliseconds. */
  @Benchmark
  public long delay() {
    return variant == Variant.LEAN
        ? RetryPolicy.DEFAULT.delayMillis(retries, random)
        : copying.delayMillis(retries, random);
  }

  @Override
  public long digest() {
    random = new SplittableRandom(SEED);
    long digest = 0;
    for (int i = 0; i < 1_000; i++) {
      digest = 31 * digest + delay();
    }
    return digest;
  }
}
