package dev.tare.benchmarks.config;

import dev.tare.scheduler.config.CachePolicy;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: tasks in a map under a lock, as a careful team without a profiler keeps them.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>a key composed for every call: the cache's namespace ({@code format!("task:{id}")});
 *   <li>the task copied on its way in and out, with its parameters and dependencies: nobody may
 *       change what is cached ({@code entry.value.clone()});
 *   <li>an entry copied for every hit, to note when it was last used: the immutable entry;
 *   <li>{@code Instant} and {@code Optional} where numbers and null would do.
 * </ul>
 */
public final class CopyingTaskCache {
  private final CachePolicy policy;
  private final LongFunction<? extends @Nullable Task> loader;
  private final Clock clock;
  private final Map<String, Cached> entries = new HashMap<>();

  /** An empty cache; the loader gives null for what does not exist. */
  public CopyingTaskCache(
      CachePolicy policy, LongFunction<? extends @Nullable Task> loader, Clock clock) {
    this.policy = policy;
    this.loader = loader;
    this.clock = clock;
  }

  /** The task, from memory or loaded now; null if it does not exist. */
  public synchronized @Nullable Task get(long id) {
    return find(id).orElseGet(() -> load(id).orElse(null));
  }

  synchronized void invalidate(long id) {
    entries.remove(key(id));
  }

  synchronized int size() {
    return entries.size();
  }

  private Optional<Task> find(long id) {
    Instant now = clock.instant();
    Optional<Cached> found =
        Optional.ofNullable(entries.get(key(id))).filter(entry -> entry.isFresh(now));
    found.ifPresent(entry -> entries.put(key(id), entry.usedAt(now)));
    return found.map(entry -> copyOf(entry.task()));
  }

  private Optional<Task> load(long id) {
    Optional<Task> loaded = Optional.ofNullable(loader.apply(id));
    if (loaded.isEmpty()) {
      entries.remove(key(id));
      return Optional.empty();
    }
    Instant now = clock.instant();
    entries.put(key(id), new Cached(copyOf(loaded.get()), now.plusMillis(policy.ttlMillis()), now));
    while (entries.size() > policy.maxEntries()) {
      entries.entrySet().stream()
          .min(Entry.comparingByValue((one, other) -> one.usedAt().compareTo(other.usedAt())))
          .ifPresent(oldest -> entries.remove(oldest.getKey()));
    }
    return loaded.map(CopyingTaskCache::copyOf);
  }

  private static String key(long id) {
    return "task:" + id;
  }

  private static Task copyOf(Task task) {
    return new Task(
        task.id(),
        task.name(),
        task.typeId(),
        task.taskType(),
        task.schedule(),
        Bytes.of(task.parameters().exactArray().clone()),
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status(),
        Ids.of(task.dependencies().array().clone()),
        task.shardCount(),
        task.shardKey(),
        task.nextDueAt(),
        task.createdAt(),
        task.updatedAt());
  }

  /** What is kept for a key. */
  private record Cached(Task task, Instant expiresAt, Instant usedAt) {

    boolean isFresh(Instant now) {
      return now.isBefore(expiresAt);
    }

    Cached usedAt(Instant now) {
      return new Cached(task, expiresAt, now);
    }
  }
}
