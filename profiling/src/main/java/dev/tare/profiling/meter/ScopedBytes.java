package dev.tare.profiling.meter;

/** Counts what a scope's threads allocate between two moments. Not thread-safe. */
interface ScopedBytes {
  /** Begins a count. */
  void open();

  /**
   * Ends it: bytes since {@link #open}, with what the reading itself costs.
   *
   * @throws IllegalStateException if they can not be told
   */
  long close();

  /** Whether nothing but the action adds to the count. */
  boolean isQuiet();

  /** Whose allocations these are, in words. */
  String description();
}
