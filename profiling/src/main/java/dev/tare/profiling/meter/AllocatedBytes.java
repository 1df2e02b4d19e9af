package dev.tare.profiling.meter;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own count of the heap bytes that its threads have allocated.
 *
 * <p>The source is {@code com.sun.management.ThreadMXBean.getTotalThreadAllocatedBytes}, which
 * counts every Java thread, ended ones too, to the byte. It has been in JDK 21 from the start and
 * in later updates of 17; it is called by a method handle because the API of 17 does not name it. A
 * JVM without it is read thread by thread, which misses threads that ended in between, and
 * allocates.
 *
 * <p>A thread that ends is missing from the count for a moment, some tens of microseconds as a
 * rule, even when {@code join} has returned.
 */
public final class AllocatedBytes {
  private static final ThreadMXBean THREADS = threads();
  private static final Set<String> RECORDER = Set.of("JFR Recorder Thread", "JFR Periodic Tasks");
  private static final @Nullable MethodHandle TOTAL = totalHandle();

  private AllocatedBytes() {}

  /** Bytes allocated by all threads since the JVM started. */
  public static long total() {
    if (TOTAL == null) {
      return sumOfLiveThreads();
    }
    try {
      return (long) TOTAL.invokeExact(THREADS); // exactly: neither arguments nor result are boxed
    } catch (Throwable e) {
      throw new IllegalStateException("the JVM does not tell what its threads allocated", e);
    }
  }

  /**
   * The same without what the calling thread has allocated: this call, for one, adds nothing. Nor
   * does Flight Recorder, whose threads go on when a recording has ended.
   */
  public static long totalOfOthers() {
    return total() - THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - ofRecorder();
  }

  private static long ofRecorder() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] system = new Thread[group.activeCount() + 8];
    long bytes = 0;
    for (int i = group.enumerate(system, false) - 1; i >= 0; i--) {
      if (RECORDER.contains(system[i].getName())) {
        bytes += Math.max(THREADS.getThreadAllocatedBytes(system[i].getId()), 0);
      }
    }
    return bytes;
  }

  /** Whether {@link #total} counts threads that have ended. */
  public static boolean countsEndedThreads() {
    return TOTAL != null;
  }

  /**
   * Bytes allocated by one platform thread, to the byte; below zero if it has ended or is virtual.
   * Asked for the calling thread it allocates nothing.
   */
  static long ofThread(long id) {
    return THREADS.getThreadAllocatedBytes(id);
  }

  static long sumOfLiveThreads() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(bytes, 0);
    }
    return sum;
  }

  private static ThreadMXBean threads() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        && bean.isThreadAllocatedMemorySupported()) {
      bean.setThreadAllocatedMemoryEnabled(true);
      return bean;
    }
    throw new IllegalStateException(
        "this JVM does not count what threads allocate: measure on a HotSpot JVM");
  }

  private static @Nullable MethodHandle totalHandle() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              ThreadMXBean.class,
              "getTotalThreadAllocatedBytes",
              MethodType.methodType(long.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
