package dev.tare.profiling.sites;

import org.jspecify.annotations.Nullable;

/** Two of these bound a window in a recording: they are found there as any allocation is. */
public final class Mark {
  static @Nullable Mark last;

  private Mark() {}

  /** Marks this moment. Allocates one object, in the calling thread. */
  @SuppressWarnings("StaticAssignmentInMethod") // where no compiler could remove it
  public static void set() {
    last = new Mark();
  }
}
