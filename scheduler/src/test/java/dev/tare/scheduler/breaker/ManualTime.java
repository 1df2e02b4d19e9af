package dev.tare.scheduler.breaker;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that a test moves; they start anywhere, as those of the JVM do. */
final class ManualTime implements LongSupplier {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 12_345);

  void advanceMillis(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }
}
