package dev.tare.benchmarks.executor;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.shell.ChildEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The variables of a child process: 4 inherited ones, 4 of the worker, 4 of the task and 5 of the
 * run. A map stands for the child's own, of which the JDK makes one a process.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnvironmentBenchmark implements Digested {
  private static final Map<String, String> INHERITED =
      Map.of("HOME", "/home/tare", "PATH", "/usr/bin:/bin", "LANG", "en_US.UTF-8", "TERM", "dumb");
  private static final Map<String, String> OWN =
      Map.of("ORDER", "4711", "CUSTOMER", "c-17", "MODE", "nightly", "FORMAT", "csv");

  @Param
  Variant variant;

  private final TaskExecutionContext context = new FixedContext();
  private final Map<String, String> child = new HashMap<>();
  private Merge merge;

  /** Puts variables together. */
  interface Merge {
    void fill(
        Map<String, String> child,
        Map<String, String> inherited,
        TaskExecutionContext context,
        Map<String, String> own);
  }

  /** Chooses the way. */
  @Setup
  public void open() {
    merge = variant == Variant.LEAN ? ChildEnvironment::fill : new CopyingEnvironment();
    merge();
  }

  /** All of them, for one child. */
  @Benchmark
  public int merge() {
    merge.fill(child, INHERITED, context, OWN);
    return child.size();
  }

  @Override
  public long digest() {
    return 31L * merge() + child.hashCode();
  }
}
