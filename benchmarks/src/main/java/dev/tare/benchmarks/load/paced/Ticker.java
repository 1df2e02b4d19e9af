package dev.tare.benchmarks.load.paced;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time that a load goes by. Safe for all threads. */
public interface Ticker {

  /** Nanoseconds since some instant, as {@link System#nanoTime} counts them. */
  long nanos();

  /** Returns as soon as it is that late; at once if it is later. */
  void await(long nanos) throws InterruptedException;

  /** The machine's. */
  static Ticker system() {
    return SystemTicker.INSTANCE;
  }

  /**
   * Sleeps, and spins over the end: Linux wakes a sleeper some 60 microseconds late, which would be
   * a good part of a short answer's time.
   */
  enum SystemTicker implements Ticker {
    /** There is one. */
    INSTANCE;

    private static final long SPUN_NANOS = TimeUnit.MICROSECONDS.toNanos(80);

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void await(long nanos) throws InterruptedException {
      long left = nanos - System.nanoTime();
      while (left > SPUN_NANOS) {
        LockSupport.parkNanos(left - SPUN_NANOS);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        left = nanos - System.nanoTime();
      }
      while (nanos - System.nanoTime() > 0) {
        Thread.onSpinWait();
      }
    }
  }
}
