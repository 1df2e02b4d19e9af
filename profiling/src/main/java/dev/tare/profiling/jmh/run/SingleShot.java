package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.record.BenchmarkId;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one row by JMH in this JVM: single-shot, some iterations of a small batch, then as many of a
 * large one. One set-up and tear-down of the trial a run.
 */
final class SingleShot {
  private final BenchmarkId row;
  private final OptionalInt threads;

  /** Runs of {@code row} by so many threads, or as its annotations say. */
  SingleShot(BenchmarkId row, OptionalInt threads) {
    this.row = row;
    this.threads = threads;
  }

  /** What the two halves of a run, or of several, noted. */
  record Halves(List<Iteration> small, List<Iteration> large) {

    static Halves none() {
      return new Halves(List.of(), List.of());
    }

    Halves and(Halves more) {
      return new Halves(joined(small, more.small), joined(large, more.large));
    }

    private static List<Iteration> joined(List<Iteration> some, List<Iteration> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }
  }

  Halves run(int smallBatch, int largeBatch, int iterations) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include('^' + Pattern.quote(row.benchmark()) + '$')
        .forks(0)
        .mode(Mode.SingleShotTime)
        .warmupIterations(iterations)
        .warmupBatchSize(smallBatch)
        .measurementIterations(iterations)
        .measurementBatchSize(largeBatch)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .addProfiler(AllocationProfiler.class);
    threads.ifPresent(options::threads);
    row.params().forEach((name, value) -> options.param(name, value));
    AllocationProfiler.drain();
    new Runner(options.build()).run();
    List<Iteration> all = AllocationProfiler.drain();
    if (all.size() != 2 * iterations) {
      throw new IllegalStateException(
          "JMH ran " + all.size() + " iterations instead of " + 2 * iterations);
    }
    return new Halves(all.subList(0, iterations), all.subList(iterations, 2 * iterations));
  }
}
