package dev.tare.profiling.known.copies;

import dev.tare.profiling.copies.CopyKind;
import java.util.concurrent.CountDownLatch;

/** Several threads at one site. */
public class SharedCopies {
  private static final int THREADS = 4;
  private static final int CALLS = 2_500;

  private final byte[] bytes = new byte[8];

  /** 4 threads · 2,500 calls = 10,000 copies of 8 bytes, none lost. */
  @Copied(kind = CopyKind.ARRAY, copies = THREADS * CALLS, bytes = 8 * THREADS * CALLS)
  public Object allAtOnce() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> copyMany(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return threads;
  }

  private void copyMany(CountDownLatch start) {
    start.countDown();
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < CALLS; i++) {
      if (bytes.clone().length != bytes.length) {
        throw new AssertionError(i);
      }
    }
  }
}
