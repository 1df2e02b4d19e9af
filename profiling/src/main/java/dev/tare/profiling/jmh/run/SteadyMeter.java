package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Determines the bytes an operation of one row, compiled, in a JVM that compiles in the foreground.
 *
 * <p>The row is run until its calls have passed every threshold of the compilers, or for a few
 * seconds. Then the difference of two batch sizes is read again and again, until some readings in a
 * row agree. If they do not within the time, there is no figure.
 */
final class SteadyMeter {
  private static final long WARM_CALLS = 200_000;
  private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(4);
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

  SteadyMeter(BenchmarkId row, OptionalInt threads) {
    this.row = row;
    this.runs = new SingleShot(row, threads);
  }

  /** The least of the readings that agree, with their range; or that they never do. */
  Event measure() throws RunnerException {
    int batch = warmUp();
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
    return new Event.Failed(new Failure(row, Mode.STEADY, Failure.Kind.NOT_STABLE, range));
  }

  /** Returns the batch that the readings are to be taken with. */
  private int warmUp() throws RunnerException {
    long deadline = System.nanoTime() + WARM_NANOS;
    int batch = 1;
    long calls = 0;
    while (calls < WARM_CALLS && System.nanoTime() < deadline) {
      Iteration large = runs.run(batch, 2 * batch, 2).large().get(1);
      calls += 6L * batch;
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
}
