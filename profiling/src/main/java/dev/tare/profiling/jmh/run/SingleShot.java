package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.record.BenchmarkId;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one row by JMH in this JVM: single-shot, some iterations of a small batch, then as many of a
 * large one. One set-up and tear-down of the trial a run.
 */
final class SingleShot {
  private final BenchmarkId row;
  private final OptionalInt threads;
  private @Nullable BenchmarkList alone;

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
    runner(options.build()).run();
    List<Iteration> all = AllocationProfiler.drain();
    if (all.size() != 2 * iterations) {
      throw new IllegalStateException(
          "JMH ran " + all.size() + " iterations instead of " + 2 * iterations);
    }
    return new Halves(all.subList(0, iterations), all.subList(iterations, 2 * iterations));
  }

  /**
   * JMH's runner, with a list of this benchmark alone. It looks its benchmark up in the list of the
   * whole jar in every run, which interpreted takes longer than most rows.
   */
  private Runner runner(Options options) {
    Runner runner = new Runner(options);
    try {
      if (alone == null) {
        alone = listOf(row.benchmark());
      }
      Field list = Runner.class.getDeclaredField("list");
      list.setAccessible(true);
      list.set(runner, alone);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // A JMH that is another inside: it reads the whole list, and runs the same benchmark.
      return new Runner(options);
    }
    return runner;
  }

  private static BenchmarkList listOf(String benchmark) {
    List<BenchmarkListEntry> entries = Lists.ALL.stream()
        .filter(entry -> entry.getUsername().equals(benchmark))
        .toList();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    BenchmarkList.writeBenchmarkList(text, entries);
    return BenchmarkList.fromString(text.toString(StandardCharsets.UTF_8));
  }

  /** What JMH's build step left in the jar, read once. */
  private static final class Lists {
    private static final Set<BenchmarkListEntry> ALL = BenchmarkList.defaultList()
        .find(
            OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                VerboseMode.SILENT),
            List.of(),
            List.of());
  }
}
