package dev.tare.scheduler.config;

import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ConfigCache} by a {@code long}, such as a task's id, which is never boxed: a thread
 * looks up with a key object of its own, and only a load makes one to keep.
 *
 * @param <V> is immutable: every caller sees the same instance
 */
public final class IdCache<V> {
  private static final ThreadLocal<Id> LOOKUP = ThreadLocal.withInitial(Id::new);

  private final ConfigCache<Id, V> cache;

  /** An empty cache on the JVM's monotonic time; the loader gives null for what does not exist. */
  public IdCache(CachePolicy policy, LongFunction<? extends @Nullable V> loader) {
    this(policy, loader, System::nanoTime);
  }

  /** An empty cache; {@code nanoTime} gives nanoseconds from any origin. */
  public IdCache(
      CachePolicy policy, LongFunction<? extends @Nullable V> loader, LongSupplier nanoTime) {
    this.cache = new ConfigCache<>(policy, key -> loader.apply(key.value), nanoTime);
  }

  /** The value, from memory or loaded now; null if it does not exist. */
  public @Nullable V get(long id) {
    V value = cache.cached(LOOKUP.get().set(id));
    return value != null ? value : cache.load(new Id().set(id));
  }

  /** As {@link ConfigCache#reload}. */
  public @Nullable V reload(long id) {
    return cache.reload(new Id().set(id));
  }

  /** As {@link ConfigCache#invalidate}. */
  public void invalidate(long id) {
    cache.invalidate(LOOKUP.get().set(id));
  }

  /** Forgets every value. */
  public void invalidateAll() {
    cache.invalidateAll();
  }

  /** What the cache did so far. */
  public CacheStats stats() {
    return cache.stats();
  }

  /** A key; set before it is used, and never again once an entry has it. */
  private static final class Id {
    private long value;

    Id set(long id) {
      value = id;
      return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }
  }
}
