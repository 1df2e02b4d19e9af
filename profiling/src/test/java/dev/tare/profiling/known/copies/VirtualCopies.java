package dev.tare.profiling.known.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.known.VirtualThreads;
import java.util.concurrent.locks.LockSupport;

/** Virtual threads, from JDK 21 on. */
public class VirtualCopies {
  private static final int THREADS = 4;
  private static final int CALLS = 100;

  private final byte[] bytes = new byte[8];
  private final String text = "abc";

  /** 4 threads · 100 calls = 400 copies of 8 bytes, none lost. */
  @Copied(kind = CopyKind.ARRAY, copies = THREADS * CALLS, bytes = 8 * THREADS * CALLS)
  public Object allAtOnce() throws Exception {
    return run(this::copyMany);
  }

  /**
   * Each of 4 threads leaves its carrier between its two texts of 3 + 1 characters: 8 · 4 bytes.
   */
  @Copied(kind = CopyKind.STRING, copies = 2 * THREADS, bytes = 4 * 2 * THREADS)
  public Object aroundAPause() throws Exception {
    return run(this::concatenateTwice);
  }

  private static Thread[] run(Runnable body) throws Exception {
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = VirtualThreads.start(body);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return threads;
  }

  private void copyMany() {
    for (int i = 0; i < CALLS; i++) {
      if (bytes.clone().length != bytes.length) {
        throw new AssertionError(i);
      }
    }
  }

  private void concatenateTwice() {
    String first = text.concat("d");
    LockSupport.parkNanos(1);
    if (!text.concat("d").equals(first)) {
      throw new AssertionError(first);
    }
  }
}
