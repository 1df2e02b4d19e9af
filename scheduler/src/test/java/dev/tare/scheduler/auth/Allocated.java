package dev.tare.scheduler.auth;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what this thread allocates; exact, and free of charge itself. */
public final class Allocated {
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocated() {}

  /** Bytes of all calls of the leanest round; 0 then means that not one call allocated. */
  public static long bytesPerRound(int callsPerRound, Runnable call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < callsPerRound; i++) {
        call.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Bytes a call, the least of several rounds: what the call itself allocates, not its warm-up. */
  public static long bytesPerCall(int callsPerRound, Runnable call) {
    return bytesPerRound(callsPerRound, call) / callsPerRound;
  }
}
