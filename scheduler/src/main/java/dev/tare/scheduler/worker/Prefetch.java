package dev.tare.scheduler.worker;

/**
 * How many runs to have waiting: one for each idle thread, and as many as the pool takes in a
 * moment. A pool with long runs holds none back from other nodes, one with short runs fills whole
 * batches. For one thread.
 */
final class Prefetch {
  /** Several round trips to a database. */
  private static final double HORIZON_NANOS = 50e6;

  /** A rate from less than this is noise. */
  private static final long SHORTEST_NANOS = 500_000;

  private final int most;
  private long measuredTaken;
  private long measuredNanos;
  private double perNano;

  Prefetch(int most, long nowNanos) {
    this.most = most;
    this.measuredNanos = nowNanos;
  }

  /** Learns how fast runs are taken. */
  void measure(long taken, long nowNanos) {
    long elapsed = nowNanos - measuredNanos;
    if (elapsed >= SHORTEST_NANOS) {
      double latest = (taken - measuredTaken) / (double) elapsed;
      perNano = latest > perNano ? latest : (perNano + latest) / 2; // up at once, down by halves
      measuredTaken = taken;
      measuredNanos = nowNanos;
    }
  }

  /** How many runs to have waiting now. */
  int target(int idleThreads) {
    return (int) Math.min(most, idleThreads + Math.ceil(perNano * HORIZON_NANOS));
  }
}
