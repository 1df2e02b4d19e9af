package dev.tare.profiling.jmh.run;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * One metric of one row: exact as soon as two disjoint slopes agree, varying if none ever do. Not
 * thread-safe.
 */
final class Determination {
  private final Metric metric;
  private final ToLongFunction<Iteration> quantity;
  private OptionalDouble exact = OptionalDouble.empty();
  private double value;
  private double low = Double.POSITIVE_INFINITY;
  private double high;

  /** A determination of bytes allocated, or of what the agent counts. */
  Determination(Metric metric) {
    this.metric = metric;
    this.quantity = switch (metric) {
      case BYTES -> Iteration::bytes;
      case COPIES -> iteration -> iteration.copied().copies();
      case COPIED_BYTES -> iteration -> iteration.copied().bytes();
      case BOXINGS -> iteration -> iteration.copied().boxings();
      default -> throw new IllegalArgumentException("not taken in this mode: " + metric);
    };
  }

  /** A determination of what one call adds to what the agent counts. */
  Determination(Metric metric, CopySite site) {
    this.metric = metric;
    this.quantity = metric == Metric.COPIED_BYTES
        ? iteration -> iteration.copied().bytes(site)
        : iteration -> iteration.copied().calls(site);
  }

  boolean isExact() {
    return exact.isPresent();
  }

  /** Takes two disjoint runs, or more iterations of both; once exact, it stays. */
  void take(Halves wides, Halves narrows) {
    if (isExact()) {
      return;
    }
    Slope wide = Slope.of(wides, quantity);
    Slope narrow = Slope.of(narrows, quantity);
    // Only the harness's own allocation has to be told from the operation's: it copies nothing.
    exact = metric == Metric.BYTES ? wide.agreeWith(narrow) : wide.equalTo(narrow);
    value = wide.bytesPerOperation();
    low = Math.min(low, Math.min(narrow.bytesPerOperation(), value));
    high = Math.max(high, Math.max(narrow.bytesPerOperation(), value));
  }

  /** What was found. */
  Measurement of(BenchmarkId row) {
    return exact.isPresent()
        ? Measurement.exact(row, Mode.WRITTEN, metric, exact.getAsDouble())
        : new Measurement(row, Mode.WRITTEN, metric, value, low, high);
  }
}
