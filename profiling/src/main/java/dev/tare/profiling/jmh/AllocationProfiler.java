package dev.tare.profiling.jmh;

import dev.tare.profiling.meter.AllocatedBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Notes what all threads allocated in each iteration, warm-up iterations too: they are how one run
 * of JMH measures two batch sizes.
 *
 * <p>JMH makes the instance, so the notes are static: one run at a time in a JVM.
 */
public final class AllocationProfiler implements InternalProfiler {

  /**
   * One iteration.
   *
   * @param invocations calls of the benchmark method in it, over all threads
   * @param shape how those calls were made
   * @param bytes what all threads allocated in it, with the harness's own share
   * @param nanos how long it took, with the harness's own share
   */
  record Iteration(long invocations, Shape shape, long bytes, long nanos) {}

  /**
   * What a benchmark's annotations say of its calls.
   *
   * @param threads how many threads call it at once
   * @param operationsPerInvocation how many operations a call stands for
   */
  record Shape(int threads, int operationsPerInvocation) {}

  private static final List<Iteration> ITERATIONS = new ArrayList<>();

  private static long startBytes;
  private static long startNanos;

  /** Forgets the iterations noted so far and returns them, in the order in which they ran. */
  static List<Iteration> drain() {
    List<Iteration> drained = List.copyOf(ITERATIONS);
    ITERATIONS.clear();
    return drained;
  }

  @Override
  public String getDescription() {
    return "Bytes allocated by all threads in each iteration";
  }

  @Override
  @SuppressWarnings("StaticAssignmentInMethod")
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    startNanos = System.nanoTime();
    startBytes = AllocatedBytes.total();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long bytes = AllocatedBytes.total() - startBytes;
    long nanos = System.nanoTime() - startNanos;
    Shape shape = new Shape(benchmark.getThreads(), benchmark.getOpsPerInvocation());
    long invocations = (long) iteration.getBatchSize() * shape.threads();
    ITERATIONS.add(new Iteration(invocations, shape, bytes, nanos));
    return List.of();
  }
}
