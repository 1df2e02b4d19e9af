package dev.tare.profiling.meter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Of the calling thread and of threads by name. The others are read when they have come to wait: a
 * worker that has answered still allocates a node to wait for its next task, which then falls into
 * the same run every time.
 *
 * <p>Reading the others allocates, so the calling thread's own reading stands inside theirs.
 */
final class NamedThreadsBytes implements ScopedBytes {
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final List<String> prefixes;
  private final long self = Thread.currentThread().getId();
  private Map<Long, Long> others = Map.of();
  private long start;

  NamedThreadsBytes(List<String> prefixes) {
    this.prefixes = prefixes;
  }

  @Override
  public void open() {
    others = readOthers();
    start = AllocatedBytes.ofThread(self);
  }

  @Override
  public long close() {
    long bytes = AllocatedBytes.ofThread(self) - start;
    Map<Long, Long> after = readOthers();
    if (after.isEmpty()) {
      throw new IllegalStateException("no thread is named " + String.join("*, ", prefixes)
          + "*: name the threads as the executor's thread factory does, or count all threads");
    }
    Set<Long> ended = new HashSet<>(others.keySet());
    ended.removeAll(after.keySet());
    if (!ended.isEmpty()) {
      throw new IllegalStateException("a thread named " + String.join("*, ", prefixes)
          + "* ended while it was measured, and took its count along: count all threads instead");
    }
    for (Map.Entry<Long, Long> other : after.entrySet()) {
      bytes += other.getValue() - others.getOrDefault(other.getKey(), 0L);
    }
    return bytes;
  }

  @Override
  public boolean isQuiet() {
    return true;
  }

  @Override
  public String description() {
    return Scope.threadsNamed(prefixes.toArray(new String[0])).toString();
  }

  private Map<Long, Long> readOthers() {
    Map<Long, Long> bytes = new HashMap<>();
    for (Thread thread : matching()) {
      long deadline = System.nanoTime() + SETTLE_NANOS;
      while (isBusy(thread.getState()) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      long read = AllocatedBytes.ofThread(thread.getId());
      if (read >= 0) {
        bytes.put(thread.getId(), read);
      }
    }
    return bytes;
  }

  private List<Thread> matching() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[2 * root.activeCount() + 8];
    int count = root.enumerate(threads);
    List<Thread> matching = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread = threads[i];
      if (thread.getId() != self && prefixes.stream().anyMatch(thread.getName()::startsWith)) {
        matching.add(thread);
      }
    }
    return matching;
  }

  private static boolean isBusy(Thread.State state) {
    return state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
  }
}
