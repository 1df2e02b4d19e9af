package dev.tare.benchmarks.pool;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An object for a moment: made, or borrowed and given back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PoolBenchmark {

  /** What is needed. */
  @Param
  Kind kind;

  /** Where it comes from. */
  @Param
  Way way;

  private Way.Cycle cycle;

  /** Makes the pool, and the one object that a single user needs. */
  @Setup
  public void open() {
    cycle = way.of(kind.subject());
    cycle.run();
  }

  /** One use. */
  @Benchmark
  public long cycle() {
    return cycle.run();
  }
}
