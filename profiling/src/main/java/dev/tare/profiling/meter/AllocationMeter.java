package dev.tare.profiling.meter;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Measures in this JVM what an action allocates, without JMH.
 *
 * <pre>{@code
 * Allocation allocation = AllocationMeter.measure(() -> codec.encode(message, buffer));
 * assertEquals(0, allocation.bytes());
 * }</pre>
 *
 * <p>The action runs some twenty times to warm up, then in rounds, each run between two readings of
 * the JVM's own count, which is exact to the byte. Should a reading itself allocate, that is
 * measured with an empty action and taken off. The action must do the same each time that it runs.
 *
 * <p>Thread-safe; but what two threads measure for all threads at a time, each finds in its own
 * figure.
 */
public final class AllocationMeter {
  private static final int CALIBRATIONS = 24;
  private static final Action<RuntimeException> NOTHING = () -> {};

  private AllocationMeter() {}

  /** What the calling thread allocates in a run of the action, by the usual plan. */
  public static <X extends Throwable> Allocation measure(Action<X> action) throws X {
    return measure(Plan.usual(), action);
  }

  /**
   * What a run of the action allocates.
   *
   * @throws IllegalStateException if the plan's threads can not be counted
   * @throws X what the action throws
   */
  public static <X extends Throwable> Allocation measure(Plan plan, Action<X> action) throws X {
    return measure(plan, action, NOTHING);
  }

  /**
   * What a run of the action allocates, without what is done before each run.
   *
   * @param before brings about what the action needs, before each run; is not counted
   * @throws IllegalStateException if the plan's threads can not be counted
   * @throws X what the action throws
   * @throws Y what {@code before} throws
   */
  public static <X extends Throwable, Y extends Throwable> Allocation measure(
      Plan plan, Action<X> action, Action<Y> before) throws X, Y {
    for (int i = 0; i < plan.warmUps(); i++) {
      before.run();
      action.run();
    }
    ScopedBytes counter = plan.scope().counter();
    long floor = floor(counter);
    run(counter, before, action); // the meter's own first time
    long[] rounds = rounds(plan, floor, counter, action, before);
    if (counter.isQuiet() && !allEqual(rounds)) {
      rounds = settled(rounds, rounds(plan, floor, counter, action, before));
    }
    return Allocation.of(rounds, plan, counter);
  }

  private static <X extends Throwable, Y extends Throwable> long[] rounds(
      Plan plan, long floor, ScopedBytes counter, Action<X> action, Action<Y> before) throws X, Y {
    long[] rounds = new long[plan.rounds()];
    for (int round = 0; round < rounds.length; round++) {
      for (int i = 0; i < plan.runsPerRound(); i++) {
        rounds[round] += run(counter, before, action) - floor;
      }
    }
    return rounds;
  }

  /**
   * The second rounds alone, if they agree with each other and with all but one of the first: the
   * JVM itself allocates something on a thread once in a while. Otherwise all of them.
   */
  private static long[] settled(long[] first, long[] second) {
    long like = Arrays.stream(first).filter(each -> each == second[0]).count();
    if (allEqual(second) && like == first.length - 1) {
      return second;
    }
    return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  private static boolean allEqual(long[] rounds) {
    return Arrays.stream(rounds).allMatch(each -> each == rounds[0]);
  }

  /**
   * The bytes that the calling thread allocates in so many runs, just as they are: no warm-up, no
   * comparison.
   *
   * @throws IllegalStateException if the calling thread is virtual, and so is not counted
   * @throws X what the action throws
   * @throws Y what {@code before} throws
   */
  public static <X extends Throwable, Y extends Throwable> long total(
      int runs, Action<X> action, Action<Y> before) throws X, Y {
    long self = Thread.currentThread().getId();
    if (AllocatedBytes.ofThread(self) < 0) {
      throw new IllegalStateException(
          "the JVM keeps no count for a virtual thread: measure on a platform thread");
    }
    long bytes = 0;
    for (int i = 0; i < runs; i++) {
      before.run();
      long start = AllocatedBytes.ofThread(self);
      action.run();
      bytes += AllocatedBytes.ofThread(self) - start;
    }
    return bytes;
  }

  private static <X extends Throwable, Y extends Throwable> long run(
      ScopedBytes counter, Action<Y> before, Action<X> action) throws X, Y {
    before.run();
    counter.open();
    action.run();
    return counter.close();
  }

  private static long floor(ScopedBytes counter) {
    long floor = Long.MAX_VALUE;
    for (int i = 0; i < CALIBRATIONS; i++) {
      floor = Math.min(floor, run(counter, NOTHING, NOTHING));
    }
    return floor;
  }
}
