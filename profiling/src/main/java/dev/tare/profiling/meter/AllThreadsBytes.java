package dev.tare.profiling.meter;

import java.util.concurrent.TimeUnit;

/**
 * Of the whole JVM. It is read when several readings in a row give the same: a thread that has just
 * ended is missing from the count for a moment, and one that has answered may not be done.
 */
final class AllThreadsBytes implements ScopedBytes {
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(40);
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
  private static final int EQUAL_READINGS = 3;

  private final String description;
  private long start;

  AllThreadsBytes(String description) {
    this.description = description;
  }

  @Override
  public void open() {
    start = settled();
  }

  @Override
  public long close() {
    return settled() - start;
  }

  @Override
  public boolean isQuiet() {
    return false;
  }

  @Override
  public String description() {
    return description;
  }

  private static long settled() {
    long deadline = System.nanoTime() + SETTLE_NANOS;
    long read = AllocatedBytes.total();
    int equal = 0;
    while (equal < EQUAL_READINGS && System.nanoTime() < deadline) {
      long pauseEnd = System.nanoTime() + PAUSE_NANOS;
      while (System.nanoTime() < pauseEnd) {
        Thread.onSpinWait();
      }
      long next = AllocatedBytes.total();
      equal = next == read ? equal + 1 : 0;
      read = next;
    }
    return read;
  }
}
