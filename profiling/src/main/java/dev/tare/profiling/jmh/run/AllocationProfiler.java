package dev.tare.profiling.jmh.run;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.count.Counters;
import dev.tare.profiling.copies.count.Counts;
import dev.tare.profiling.copies.count.Counts.Count;
import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.profiling.sites.AllocationRecorder;
import dev.tare.profiling.sites.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Notes what all threads but JMH's own main thread allocated in each iteration, and what rewritten
 * calls copied, warm-up iterations too: they are how one run of JMH measures two batch sizes. Two
 * marks bound each iteration in a recording of all allocations, if there is one.
 *
 * <p>Benchmarks run on JMH's worker threads. When a worker is done it waits for its next task, and
 * allocates a queue node to do so. The profiler reads when the workers have come to wait: that node
 * then falls into the same iteration every time.
 *
 * <p>JMH makes the instance, so the notes are static: one run at a time in a JVM.
 */
public final class AllocationProfiler implements InternalProfiler {

  /**
   * One iteration.
   *
   * @param rounds calls of the benchmark method by each thread
   * @param shape how those calls were made
   * @param bytes what the threads allocated in it, with the share of JMH's workers
   * @param nanos how long it took, with the harness's own share
   * @param copied what was copied in it, of which the harness has no share
   */
  record Iteration(long rounds, Shape shape, long bytes, long nanos, Copied copied) {
    /** One in a JVM that counts no copies. */
    Iteration(long rounds, Shape shape, long bytes, long nanos) {
      this(rounds, shape, bytes, nanos, Copied.NOTHING);
    }
  }

  /**
   * What the rewritten calls have counted.
   *
   * @param bySite each call that copied or boxed
   */
  record Copied(SortedMap<CopySite, Count> bySite) {
    static final Copied NOTHING = new Copied(Collections.emptySortedMap());

    long copies() {
      return Counts.copies(bySite).copies();
    }

    long bytes() {
      return Counts.copies(bySite).bytes();
    }

    long boxings() {
      return Counts.boxings(bySite);
    }

    /** How often one call copied, or boxed. */
    long calls(CopySite site) {
      Count count = bySite.get(site);
      return count == null ? 0 : count.copies();
    }

    /** What one call moved. */
    long bytes(CopySite site) {
      Count count = bySite.get(site);
      return count == null ? 0 : count.bytes();
    }
  }

  /**
   * What a benchmark's annotations say of its calls.
   *
   * @param threads how many threads call it at once
   * @param operationsPerInvocation how many operations a call stands for
   */
  record Shape(int threads, int operationsPerInvocation) {}

  private static final List<Iteration> ITERATIONS = new ArrayList<>();

  private static @Nullable AllocationRecorder recorder;
  private static boolean recording;

  private static Counts startCounts = Counters.read();
  private static long startBytes;
  private static long startNanos;

  /** Forgets the iterations noted so far and returns them, in the order in which they ran. */
  static List<Iteration> drain() {
    List<Iteration> drained = List.copyOf(ITERATIONS);
    ITERATIONS.clear();
    return drained;
  }

  /**
   * Has the next run recorded from its second iteration on: the first one sets up the trial, and
   * what that allocates takes long to read.
   */
  @SuppressWarnings("StaticAssignmentInMethod")
  static void recordBy(AllocationRecorder one) {
    recorder = one;
  }

  /** Ends the recording; empty if the run did not come so far. */
  @SuppressWarnings("StaticAssignmentInMethod")
  static Optional<Path> takeRecording() throws IOException {
    AllocationRecorder ended = recorder;
    recorder = null;
    if (ended == null || !recording) {
      return Optional.empty();
    }
    recording = false;
    return Optional.of(ended.stop());
  }

  @Override
  public String getDescription() {
    return "What all threads allocated and copied in each iteration";
  }

  @Override
  @SuppressWarnings("StaticAssignmentInMethod")
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Workers.awaitIdle();
    if (recorder != null && !recording && !ITERATIONS.isEmpty()) {
      start(recorder);
    }
    startCounts = Counters.read();
    startNanos = System.nanoTime();
    startBytes = AllocatedBytes.totalOfOthers();
    Mark.set();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos = System.nanoTime() - startNanos;
    Workers.awaitIdle();
    Mark.set();
    long bytes = AllocatedBytes.totalOfOthers() - startBytes;
    Copied copied = new Copied(Counters.read().since(startCounts));
    Shape shape = new Shape(benchmark.getThreads(), benchmark.getOpsPerInvocation());
    ITERATIONS.add(new Iteration(iteration.getBatchSize(), shape, bytes, nanos, copied));
    return List.of();
  }

  @SuppressWarnings("StaticAssignmentInMethod")
  private static void start(AllocationRecorder one) {
    try {
      one.start();
    } catch (IOException e) {
      throw new UncheckedIOException("allocations can not be recorded", e);
    }
    recording = true;
  }
}
