package dev.tare.scheduler.listener;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failures in a row: doubled each time up to a maximum, and between half and
 * all of that, so that many do not come back together. For one thread.
 */
public final class Backoff {
  private final long firstNanos;
  private final long longestNanos;
  private long nextNanos;
  private boolean failing;

  /** Waits between half of {@code firstMillis} and all of {@code longestMillis}. */
  public Backoff(long firstMillis, long longestMillis) {
    this.firstNanos = firstMillis * 1_000_000;
    this.longestNanos = longestMillis * 1_000_000;
    this.nextNanos = firstNanos;
  }

  /** The wait after one more failure, in nanoseconds. */
  public long nextNanos() {
    long full = nextNanos;
    failing = true;
    nextNanos = Math.min(longestNanos, 2 * full);
    return full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1);
  }

  /** Whether there was a failure since the last success. */
  public boolean isFailing() {
    return failing;
  }

  /** It went well: the next failure is a first one. */
  public void succeed() {
    failing = false;
    nextNanos = firstNanos;
  }
}
