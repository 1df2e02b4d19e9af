package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.AllocationProfiler.Shape;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * One determination: the bytes by which the least iterations of two batch sizes differ, over the
 * rounds by which they differ. In a round every thread calls the benchmark once.
 *
 * @param bytes the difference; below zero only by noise, or where calls become cheaper
 * @param rounds the difference, positive
 * @param shape how the calls were made
 */
record Slope(long bytes, long rounds, Shape shape) {
  private static final int OBJECT_ALIGNMENT = 8;

  /**
   * What JMH's one worker may allocate or not, as it happens: a queue node to wake the thread that
   * waits for its result, if that already waits. 24 to 40 bytes, by object layout.
   */
  private static final int NODE_BYTES = 40;

  /** The same for each of several threads, which wait for each other too. */
  private static final int NODES_PER_THREAD_BYTES = 64;

  static Slope of(Halves halves) {
    return of(halves, Iteration::bytes);
  }

  /** Of another quantity than the bytes allocated. */
  static Slope of(Halves halves, ToLongFunction<Iteration> quantity) {
    Iteration small = least(halves.small(), quantity);
    Iteration large = least(halves.large(), quantity);
    return new Slope(
        quantity.applyAsLong(large) - quantity.applyAsLong(small),
        large.rounds() - small.rounds(),
        large.shape());
  }

  double bytesPerOperation() {
    return perOperation((double) Math.max(0, bytes) / rounds);
  }

  /**
   * The bytes an operation if both determinations give the same, otherwise nothing.
   *
   * <p>They give the same if they agree to the byte, or if both are off the same multiple of the
   * object alignment a round by no more than JMH's own queue nodes. The nodes do not grow with the
   * rounds and a cost does, so the one is told from the other: where the rounds are too few for
   * that, only agreement to the byte will do.
   */
  OptionalDouble agreeWith(Slope other) {
    OptionalDouble same = equalTo(other);
    if (same.isPresent()) {
      return same;
    }
    long nearest = Math.round((double) bytes / rounds / OBJECT_ALIGNMENT) * OBJECT_ALIGNMENT;
    boolean near = nearest >= 0 && isNear(nearest) && other.isNear(nearest);
    return near ? OptionalDouble.of(perOperation((double) nearest)) : OptionalDouble.empty();
  }

  /** The quantity an operation if both determinations give just the same, otherwise nothing. */
  OptionalDouble equalTo(Slope other) {
    boolean same = bytes >= 0 && bytes * other.rounds == other.bytes * rounds;
    return same ? OptionalDouble.of(bytesPerOperation()) : OptionalDouble.empty();
  }

  /** The bytes an operation, without queue nodes where the rounds suffice to tell them. */
  double settled() {
    long nearest = Math.round((double) bytes / rounds / OBJECT_ALIGNMENT) * OBJECT_ALIGNMENT;
    return nearest >= 0 && isNear(nearest) ? perOperation((double) nearest) : bytesPerOperation();
  }

  private boolean isNear(long bytesPerRound) {
    long noise =
        shape.threads() == 1 ? NODE_BYTES : (long) NODES_PER_THREAD_BYTES * shape.threads();
    boolean distinct = noise < rounds * OBJECT_ALIGNMENT / 2;
    return distinct && Math.abs(bytes - bytesPerRound * rounds) <= noise;
  }

  private double perOperation(double bytesPerRound) {
    return bytesPerRound / shape.threads() / shape.operationsPerInvocation();
  }

  private static Iteration least(List<Iteration> iterations, ToLongFunction<Iteration> quantity) {
    Iteration least = iterations.get(0);
    for (Iteration iteration : iterations) {
      if (quantity.applyAsLong(iteration) < quantity.applyAsLong(least)) {
        least = iteration;
      }
    }
    return least;
  }
}
