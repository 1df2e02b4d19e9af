package dev.tare.profiling.sites;

import one.profiler.AsyncProfiler;

/** async-profiler's native library, from the jar that the command brings along. */
public final class AsyncProfilerLibrary {
  private AsyncProfilerLibrary() {}

  /**
   * Loads it, once a JVM.
   *
   * @throws IllegalStateException if there is none for this system, or it does not load
   */
  public static AsyncProfiler load() {
    try {
      return AsyncProfiler.getInstance();
    } catch (LinkageError e) {
      // Without the cause: messages tell the innermost one alone.
      throw new IllegalStateException("async-profiler does not load: " + e.getMessage());
    }
  }
}
