package dev.tare.profiling.jmh;

import dev.tare.profiling.jmh.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.AllocationProfiler.Shape;
import dev.tare.profiling.jmh.SingleShot.Halves;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One determination: the bytes by which the least iterations of two batch sizes differ, over the
 * calls by which they differ.
 *
 * @param bytes the difference, never negative
 * @param invocations the difference, positive
 * @param shape how the calls were made
 */
record Slope(long bytes, long invocations, Shape shape) {
  private static final int OBJECT_ALIGNMENT = 8;

  /**
   * What one of JMH's threads may add to an iteration by waiting for another: a few queue nodes.
   * Seen: up to 32 bytes a thread.
   */
  private static final int NOISE_PER_THREAD = 64;

  static Slope of(Halves halves) {
    Iteration small = least(halves.small());
    Iteration large = least(halves.large());
    return new Slope(
        Math.max(0, large.bytes() - small.bytes()),
        large.invocations() - small.invocations(),
        large.shape());
  }

  double bytesPerOperation() {
    return (double) bytes / invocations / shape.operationsPerInvocation();
  }

  /**
   * The bytes an operation if both determinations give the same, otherwise nothing.
   *
   * <p>With one thread they must agree to the byte. Several threads make JMH itself allocate a few
   * queue nodes an iteration, as it happens, and no minimum is free of them. There the figure is
   * the nearest multiple of the object alignment a call, if both determinations are off by no more
   * than such nodes in all, however many calls they span.
   */
  OptionalDouble agreeWith(Slope other) {
    if (bytes * other.invocations == other.bytes * invocations) {
      return OptionalDouble.of(bytesPerOperation());
    }
    long nearest = Math.round((double) bytes / invocations / OBJECT_ALIGNMENT) * OBJECT_ALIGNMENT;
    if (shape.threads() > 1 && isNear(nearest) && other.isNear(nearest)) {
      return OptionalDouble.of((double) nearest / shape.operationsPerInvocation());
    }
    return OptionalDouble.empty();
  }

  private boolean isNear(long bytesPerInvocation) {
    long off = Math.abs(bytes - bytesPerInvocation * invocations);
    return off <= (long) NOISE_PER_THREAD * shape.threads();
  }

  private static Iteration least(List<Iteration> iterations) {
    Iteration least = iterations.get(0);
    for (Iteration iteration : iterations) {
      if (iteration.bytes() < least.bytes()) {
        least = iteration;
      }
    }
    return least;
  }
}
