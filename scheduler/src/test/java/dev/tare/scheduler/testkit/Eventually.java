package dev.tare.scheduler.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, up to a deadline, for what other threads do. */
public final class Eventually {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 2_000_000;

  private Eventually() {}

  /**
   * Waits until a condition holds, half a minute at most.
   *
   * @throws AssertionError if it does not hold by then
   */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * Waits until a latch is open, which says that something began, half a minute at most.
   *
   * @throws AssertionError if it is not open by then
   */
  public static void await(CountDownLatch begun) {
    await("it begins", () -> begun.getCount() == 0);
  }
}
