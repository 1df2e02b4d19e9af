package dev.tare.profiling.meter;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own count of the heap bytes that its threads have allocated.
 *
 * <p>The source is {@code com.sun.management.ThreadMXBean.getTotalThreadAllocatedBytes}, which
 * counts every Java thread, ended ones too, to the byte. It has been in JDK 21 from the start and
 * in later updates of 17; it is called by reflection because the API of 17 does not name it. A JVM
 * without it is read thread by thread, which misses threads that ended in between.
 *
 * <p>A call allocates a small constant itself; a meter that takes differences of differences
 * cancels it.
 */
public final class AllocatedBytes {
  private static final ThreadMXBean THREADS = threads();
  private static final @Nullable Method TOTAL = totalMethod();

  private AllocatedBytes() {}

  /** Bytes allocated by all threads since the JVM started. */
  public static long total() {
    if (TOTAL == null) {
      return sumOfLiveThreads();
    }
    try {
      return (Long) TOTAL.invoke(THREADS);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the JVM does not tell what its threads allocated", e);
    }
  }

  /** The same without what the calling thread has allocated: this call, for one, adds nothing. */
  public static long totalOfOthers() {
    return total() - THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Whether {@link #total} counts threads that have ended. */
  public static boolean countsEndedThreads() {
    return TOTAL != null;
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

  private static @Nullable Method totalMethod() {
    try {
      return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
