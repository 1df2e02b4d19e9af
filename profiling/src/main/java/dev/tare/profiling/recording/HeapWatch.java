package dev.tare.profiling.recording;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Reads the process's memory again and again, notes every collection, and says when the heap holds
 * more after one than ever before.
 */
final class HeapWatch implements NotificationListener {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int PERIODS_A_NATIVE_READING = 10;

  /** A sample costs some milliseconds, so a heap that only grows has few. */
  private static final double WORTH_A_SAMPLE = 1.02;

  private static final String MINOR = "end of minor GC";

  private final Runnable onMost;
  private final List<NotificationEmitter> collectors = new ArrayList<>();
  private final Thread thread = new Thread(this::watch, "tare-heap-watch");

  private long afterLast;
  private boolean collected;
  private boolean stopped;
  private double sampledAt;

  /** A watch that runs {@code onMost} by a thread of its own. */
  HeapWatch(Runnable onMost) {
    this.onMost = onMost;
    thread.setDaemon(true);
  }

  void start() {
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (bean instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(this, null, null);
        collectors.add(emitter);
      }
    }
    thread.start();
  }

  /** Ends with a collection, so that there is one at least. */
  void stop() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (NotificationEmitter emitter : collectors) {
      try {
        emitter.removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("a collector forgot who listens", e);
      }
    }
    System.gc();
    read(ProcessMemory.nativeCommitted());
    sampleIfMost(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    long committed = ProcessMemory.UNKNOWN;
    for (int i = 0; awaitPeriod(); i++) {
      if (i % PERIODS_A_NATIVE_READING == 0) {
        committed = ProcessMemory.nativeCommitted();
      }
      read(committed);
      long after;
      synchronized (this) {
        after = collected ? afterLast : 0;
        collected = false;
      }
      sampleIfMost(after);
    }
  }

  private synchronized boolean awaitPeriod() {
    long deadline = System.nanoTime() + PERIOD_NANOS;
    try {
      long left = PERIOD_NANOS;
      while (!stopped && !collected && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      return false; // nobody does: then the story ends here
    }
    return !stopped;
  }

  private void sampleIfMost(long used) {
    if (used > WORTH_A_SAMPLE * sampledAt) {
      sampledAt = used;
      onMost.run();
    }
  }

  private static void read(long nativeCommitted) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    MemoryReading reading = new MemoryReading();
    reading.heapUsed = heap.getUsed();
    reading.heapCommitted = heap.getCommitted();
    reading.resident = ProcessMemory.resident();
    reading.nativeCommitted = nativeCommitted;
    reading.commit();
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (!(notification.getUserData() instanceof CompositeData data)
        || !notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
    GcInfo gc = info.getGcInfo();
    CollectionReading reading = new CollectionReading();
    reading.collector = info.getGcName();
    reading.cause = info.getGcCause();
    reading.usedBefore = used(gc.getMemoryUsageBeforeGc());
    reading.usedAfter = used(gc.getMemoryUsageAfterGc());
    reading.promoted = info.getGcAction().equals(MINOR)
        ? Math.max(0, old(gc.getMemoryUsageAfterGc()) - old(gc.getMemoryUsageBeforeGc()))
        : 0;
    reading.commit();
    synchronized (this) {
      afterLast = reading.usedAfter;
      collected = true;
      notifyAll();
    }
  }

  private static long used(Map<String, MemoryUsage> pools) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(pool -> pools.get(pool.getName()))
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }

  /** Of collectors without generations nothing is ever promoted. */
  private static long old(Map<String, MemoryUsage> pools) {
    long old = 0;
    for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
      if (pool.getKey().contains("Old Gen") || pool.getKey().contains("Tenured")) {
        old += pool.getValue().getUsed();
      }
    }
    return old;
  }
}
