package dev.tare.profiling.meter;

import java.util.List;

/** Whose allocations count. Immutable. */
public final class Scope {
  private static final Scope CALLING_THREAD = new Scope("the calling thread", List.of());
  private static final Scope ALL_THREADS = new Scope("all threads", List.of());

  private final String description;
  private final List<String> prefixes;

  private Scope(String description, List<String> prefixes) {
    this.description = description;
    this.prefixes = prefixes;
  }

  /**
   * The thread that runs the action. Nothing else disturbs the figure. A virtual thread has no
   * count of its own: there, all threads count instead.
   */
  public static Scope callingThread() {
    return CALLING_THREAD;
  }

  /**
   * Every thread of the JVM, virtual and ended ones too. What other code does meanwhile counts as
   * well, so the least of several rounds is taken.
   */
  public static Scope allThreads() {
    return ALL_THREADS;
  }

  /**
   * The calling thread, and the platform threads whose names begin with one of these: the workers
   * of an executor with a thread factory of its own. They must outlive the measurement.
   *
   * @throws IllegalArgumentException if no prefix is given, or an empty one
   */
  public static Scope threadsNamed(String... prefixes) {
    List<String> names = List.of(prefixes);
    if (names.isEmpty() || names.contains("")) {
      throw new IllegalArgumentException("name the beginning of the threads' names");
    }
    return new Scope(
        "the calling thread and threads named " + String.join("*, ", names) + '*', names);
  }

  /** The scope in words. */
  @Override
  public String toString() {
    return description;
  }

  /** The counter for the thread that calls this. */
  ScopedBytes counter() {
    if (!prefixes.isEmpty()) {
      return new NamedThreadsBytes(prefixes);
    }
    long self = Thread.currentThread().getId();
    boolean isCounted = AllocatedBytes.ofThread(self) >= 0;
    return this == CALLING_THREAD && isCounted
        ? new OwnBytes(self)
        : new AllThreadsBytes(ALL_THREADS.description);
  }

  /** Of the calling thread alone: reading it allocates nothing. */
  private static final class OwnBytes implements ScopedBytes {
    private final long self;
    private long start;

    OwnBytes(long self) {
      this.self = self;
    }

    @Override
    public void open() {
      start = AllocatedBytes.ofThread(self);
    }

    @Override
    public long close() {
      return AllocatedBytes.ofThread(self) - start;
    }

    @Override
    public boolean isQuiet() {
      return true;
    }

    @Override
    public String description() {
      return CALLING_THREAD.description;
    }
  }
}
