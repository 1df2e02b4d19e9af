package dev.tare.scheduler.pool;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The right to use one object of a pool, until it is closed.
 *
 * <p>Any thread may close it, and must have seen the last use then. Using or closing it after that
 * is detected, from any thread: a handle belongs to whoever acquired it and the pool never gives it
 * to somebody else. Its owner alone may fill it again, by {@link ObjectPool#acquire(PoolHandle)}.
 * An object that was taken out of its handle must not be used after the handle is closed; that can
 * not be detected.
 *
 * @param <T> what the pool holds
 */
public final class PoolHandle<T> implements AutoCloseable {
  private final ObjectPool<T> pool;
  private final AtomicReference<ObjectPool.@Nullable Entry<T>> held = new AtomicReference<>();

  PoolHandle(ObjectPool<T> pool) {
    this.pool = pool;
  }

  /**
   * The object.
   *
   * @throws IllegalStateException if it has been released
   */
  public T get() {
    ObjectPool.Entry<T> entry = held.get();
    T object = entry == null ? null : entry.object();
    if (object == null) {
      throw new IllegalStateException("use after release: the object is back in pool " + pool.name()
          + " and may be somebody else's");
    }
    return object;
  }

  /**
   * Clears the object and gives it back.
   *
   * @throws IllegalStateException if it has been released already; then nothing happens
   */
  @Override
  public void close() {
    ObjectPool.Entry<T> entry = held.getAndSet(null);
    if (entry == null) {
      throw new IllegalStateException("released twice: the object is back in pool " + pool.name()
          + " and may be somebody else's");
    }
    pool.release(entry);
  }

  boolean belongsTo(ObjectPool<T> asked) {
    return pool == asked;
  }

  boolean isEmpty() {
    return held.get() == null;
  }

  /** False if it holds an object already. */
  boolean fill(ObjectPool.Entry<T> entry) {
    return held.compareAndSet(null, entry);
  }
}
