package dev.tare.benchmarks.load.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.TimeUnit;

/** Collects again and again, and remembers the most that was left. */
final class LiveHeap {
  private static final long PAUSE_MILLIS = 20;

  private volatile long most;

  /** Begins, on a thread that ends with the JVM. */
  void watch() {
    Thread watch = new Thread(this::run, "live-heap");
    watch.setDaemon(true);
    watch.start();
  }

  /** Bytes; asked once, at the end. */
  long most() {
    collect();
    return most;
  }

  private void run() {
    try {
      while (true) {
        collect();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was left when the collection ended: what is allocated meanwhile is not in it. */
  private synchronized void collect() {
    System.gc();
    long left = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && usage != null) {
        left += usage.getUsed();
      }
    }
    most = Math.max(most, left);
  }
}
