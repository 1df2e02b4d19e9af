package dev.tare.profiling.known;

import java.lang.reflect.InvocationTargetException;

/** Virtual threads, for code that is compiled for a release that has none. */
public final class VirtualThreads {
  /** The first release that has them. */
  public static final int SINCE = 21;

  private VirtualThreads() {}

  /** Starts one. */
  public static Thread start(Runnable body) throws ReflectiveOperationException {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, body);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("no virtual thread can be started", e);
    }
  }
}
