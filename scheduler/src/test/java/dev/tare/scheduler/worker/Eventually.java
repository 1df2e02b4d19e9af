package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, up to a deadline, for what other threads do. */
final class Eventually {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private Eventually() {}

  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as(what).isNegative();
      LockSupport.parkNanos(2_000_000);
    }
  }

  static void await(CountDownLatch latch) {
    await("it began", () -> latch.getCount() == 0);
  }
}
