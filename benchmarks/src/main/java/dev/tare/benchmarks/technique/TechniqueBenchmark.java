package dev.tare.benchmarks.technique;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One technique each, at its smallest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TechniqueBenchmark implements Digested {

  @Param
  Variant variant;

  /** What is done in two ways. */
  @Param
  Technique technique;

  private final Material material = new Material();
  private ToLongFunction<Material> operation;

  /** Chooses the way. */
  @Setup
  public void open() {
    operation = technique.of(variant);
    work();
  }

  /** The operation. */
  @Benchmark
  public long work() {
    return operation.applyAsLong(material);
  }

  @Override
  public long digest() {
    return 31 * work() + work();
  }
}
