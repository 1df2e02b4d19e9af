package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Event;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Determines the bytes an operation of one row, compiled, in a JVM that compiles in the foreground.
 *
 * <p>The row is run until the compilers are done with it: see {@link WarmUp}. Then the difference
 * of two batch sizes is read again and again, until some readings in a row agree. If they do not
 * within the time, there is no figure.
 */
final class SteadyMeter {
  private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int MOST_CALLS = 1 << 14;
  private static final int ITERATIONS = 3;

  /** How many readings in a row have to agree. */
  private static final int AGREEING = 5;

  private static final int MOST_READINGS = 60;
  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(8);

  /** Readings agree within this part of the greatest, or a byte. */
  private static final double AGREEMENT = 0.01;

  private final BenchmarkId row;
  private final SingleShot runs;
  private final WarmUp warmUp = new WarmUp();

  SteadyMeter(BenchmarkId row, OptionalInt threads) {
    this.row = row;
    this.runs = new SingleShot(row, threads);
  }

  /** The least of the readings that agree, with their range; or that they never do. */
  Event measure() throws RunnerException {
    int batch = warmUp();
    if (!warmUp.trouble().isEmpty()) {
      return notStable(warmUp.trouble());
    }
    long deadline = System.nanoTime() + READING_NANOS;
    Deque<Double> last = new ArrayDeque<>();
    int readings = 0;
    while (readings < MOST_READINGS && (readings < AGREEING || System.nanoTime() < deadline)) {
      last.add(Slope.of(runs.run(batch, 2 * batch, ITERATIONS)).settled());
      readings++;
      if (last.size() > AGREEING) {
        last.remove();
      }
      if (last.size() == AGREEING && spread(last) <= Math.max(1, AGREEMENT * greatest(last))) {
        double least = least(last);
        return new Event.Measured(
            List.of(new Measurement(row, Mode.STEADY, Metric.BYTES, least, least, greatest(last))));
      }
    }
    String range = "between " + rounded(least(last)) + " and " + rounded(greatest(last))
        + " B/op in the last " + last.size() + " of " + readings + " readings of one JVM";
    return notStable(range);
  }

  private Event notStable(String why) {
    return new Event.Failed(new Failure(row, Mode.STEADY, Failure.Kind.NOT_STABLE, why));
  }

  /** Returns the batch that the readings are to be taken with. */
  private int warmUp() throws RunnerException {
    int batch = 1;
    while (!warmUp.isOver()) {
      long start = System.nanoTime();
      long compiling = COMPILERS.getTotalCompilationTime();
      Iteration large = runs.run(batch, 2 * batch, 2).large().get(1);
      long compiled = COMPILERS.getTotalCompilationTime() - compiling;
      warmUp.ran(6L * batch, System.nanoTime() - start, TimeUnit.MILLISECONDS.toNanos(compiled));
      if (large.nanos() < BATCH_NANOS && batch < MOST_CALLS) {
        batch *= 2;
      }
    }
    return batch;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double spread(Deque<Double> readings) {
    return greatest(readings) - least(readings);
  }

  private static double least(Deque<Double> readings) {
    return readings.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double greatest(Deque<Double> readings) {
    return readings.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * How long a row runs before its readings count: until its code is what the compilers leave it
   * at. Not thread-safe.
   *
   * <p>C2 compiles a method when it was called 5,000 times since C1 did, and a method that fell
   * back begins anew. So what matters is how often the row was called, not how long: a cheap row
   * has passed every threshold after some hundred thousand calls, and a slow one is called until
   * the compilers have come to rest.
   */
  static final class WarmUp {
    /** Of a cheap row: every threshold many times over. */
    static final long PLENTY_OF_CALLS = 200_000;

    /** What it takes to be compiled by C1 and then by C2, which look at a counter now and then. */
    static final long COMPILED_CALLS = 8_000;

    private static final long USUAL_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(25);

    /** Compilers that take less than one part in so many of the time are at rest. */
    private static final int RESTING_PART = 20;

    private long calls;
    private long nanos;
    private long callsAtRest;

    /** Takes note of some further calls. */
    void ran(long moreCalls, long moreNanos, long compilingNanos) {
      calls += moreCalls;
      nanos += moreNanos;
      callsAtRest = compilingNanos * RESTING_PART < moreNanos ? callsAtRest + moreCalls : 0;
    }

    /** Whether nothing more is to be waited for. */
    boolean isOver() {
      boolean rests = calls >= 2 * COMPILED_CALLS && callsAtRest >= COMPILED_CALLS;
      return calls >= PLENTY_OF_CALLS || (rests && nanos >= USUAL_NANOS) || nanos >= MOST_NANOS;
    }

    /** Why what follows would not be compiled; empty if it is. */
    String trouble() {
      return calls >= COMPILED_CALLS
          ? ""
          : "only " + calls + " calls in " + TimeUnit.NANOSECONDS.toSeconds(nanos)
              + " s, too few for it to be compiled: that takes " + COMPILED_CALLS;
    }
  }
}
