package dev.tare.scheduler.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values by key, loaded when they are first asked for. For keys that are {@code long},
 * see {@link IdCache}.
 *
 * <p>Threads that ask for the same absent entry at once share one load; whoever asks for another
 * one is not held up, unless its load falls into the same bin of the map. What a loader throws
 * reaches every caller as it is, and is not remembered; neither is that a loader found nothing.
 * Safe for any thread; a loader does not use the cache that it loads for.
 *
 * <p>A change made by this process is seen after {@link #reload} or {@link #invalidate}, by every
 * thread at once, even when a load of the value before is under way. A change made elsewhere is
 * seen when the entry is too old.
 *
 * @param <K> has value equality
 * @param <V> is immutable: every caller sees the same instance
 */
public final class ConfigCache<K, V> {
  private final Cache<K, V> cache;
  private final ConcurrentMap<K, V> entries;
  private final Function<? super K, ? extends @Nullable V> loader;
  private final LongAdder hits = new LongAdder();

  /** An empty cache on the JVM's monotonic time; the loader gives null for what does not exist. */
  public ConfigCache(CachePolicy policy, Function<? super K, ? extends @Nullable V> loader) {
    this(policy, loader, System::nanoTime);
  }

  /** An empty cache; {@code nanoTime} gives nanoseconds from any origin. */
  public ConfigCache(
      CachePolicy policy,
      Function<? super K, ? extends @Nullable V> loader,
      LongSupplier nanoTime) {
    this.cache = Caffeine.newBuilder()
        .maximumSize(policy.maxEntries())
        .expireAfterWrite(Duration.ofMillis(policy.ttlMillis()))
        .executor(Runnable::run) // upkeep by whoever causes it: no task a read, no thread to stop
        .ticker(nanoTime::getAsLong)
        .recordStats()
        .build();
    this.entries = cache.asMap();
    this.loader = loader;
  }

  /** The value, from memory or loaded now; null if it does not exist. */
  public @Nullable V get(K key) {
    V value = cached(key);
    return value != null ? value : load(key);
  }

  /** The value if it is in memory; {@code key} may be a lent one. Counts a hit, never a miss. */
  @Nullable
  V cached(K key) {
    V value = entries.get(key);
    if (value != null) {
      hits.increment();
    }
    return value;
  }

  /** The value, loaded now unless another thread has done so meanwhile; keeps {@code key}. */
  @Nullable
  V load(K key) {
    return cache.get(key, loader);
  }

  /**
   * Loads the value anew and returns it; every later {@link #get} sees it. If the loader throws,
   * the value of before stays; if it finds nothing, the entry leaves.
   */
  public @Nullable V reload(K key) {
    return entries.compute(key, (same, before) -> loader.apply(same));
  }

  /** Forgets the value: the next {@link #get} loads. */
  public void invalidate(K key) {
    cache.invalidate(key);
  }

  /** Forgets every value. */
  public void invalidateAll() {
    cache.invalidateAll();
  }

  /** What the cache did so far. */
  public CacheStats stats() {
    var counted = cache.stats();
    return new CacheStats(
        hits.sum() + counted.hitCount(),
        counted.missCount(),
        counted.evictionCount(),
        counted.loadFailureCount(),
        cache.estimatedSize());
  }
}
