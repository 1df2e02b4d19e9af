package dev.tare.benchmarks.breaker;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A call that succeeds, through a closed breaker: what the guard adds to it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBenchmark implements Digested {

  @Param
  Variant variant;

  /** The operation that is called. */
  @Param
  GuardedCall operation;

  private GuardedPorts ports;

  /** Makes the guards; what is behind them allocates nothing. */
  @Setup
  public void open() {
    ports = GuardedPorts.of(variant);
  }

  /** One call. */
  @Benchmark
  public long call() {
    return operation.on(ports);
  }

  @Override
  public long digest() {
    return 31 * call() + call();
  }
}
