package dev.tare.scheduler.pool;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects that are lent, cleared and lent again, so that using one allocates nothing.
 *
 * <pre>{@code
 * try (PoolHandle<Buffer> handle = pool.acquire(mine)) {
 *   use(handle.get());
 * }
 * }</pre>
 *
 * <p>A new handle for each use, as {@link #acquire()} makes it, is what detects misuse without a
 * word from the caller, and costs the handle. Code that is hot keeps its own handle, one a thread
 * or loop, and passes it to {@link #acquire(PoolHandle)}: a cycle then allocates nothing, and a
 * handle is still never shared between two users.
 *
 * <p>Safe for any thread, without a lock unless a caller has to wait; an object may be released by
 * another thread than the one that acquired it. A handle that is never closed keeps its object's
 * place for good.
 *
 * @param <T> what the pool holds
 */
public final class ObjectPool<T> {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectPool.class);

  private final String name;
  private final PoolPolicy policy;
  private final Recycler<T> recycler;
  private final Semaphore permits;
  private final SlotStack free;
  private final Entry<T>[] entries;

  private final LongAdder created = new LongAdder();
  private final LongAdder reused = new LongAdder();
  private final LongAdder discarded = new LongAdder();
  private final LongAdder returned = new LongAdder();

  /** An empty pool; objects are made when they are first needed. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no array of a generic type
  public ObjectPool(String name, PoolPolicy policy, Recycler<T> recycler) {
    this.name = name;
    this.policy = policy;
    this.recycler = recycler;
    this.permits = new Semaphore(policy.maxSize());
    this.free = new SlotStack(policy.maxSize());
    this.entries = new Entry[policy.maxSize()];
    for (int slot = 0; slot < entries.length; slot++) {
      entries[slot] = new Entry<>(slot);
    }
  }

  /**
   * Lends an object under a new handle.
   *
   * @throws PoolExhaustedException if all objects are in use and the policy gives no other
   */
  public PoolHandle<T> acquire() {
    return acquire(new PoolHandle<>(this));
  }

  /**
   * Lends an object under a handle that its owner has closed.
   *
   * @return the handle
   * @throws IllegalStateException if it holds an object still
   * @throws IllegalArgumentException if it is another pool's
   * @throws PoolExhaustedException if all objects are in use and the policy gives no other
   */
  public PoolHandle<T> acquire(PoolHandle<T> spent) {
    if (!spent.belongsTo(this)) {
      throw new IllegalArgumentException("the handle is not one of pool " + name);
    }
    if (!spent.isEmpty()) {
      throw stillHolding();
    }
    Entry<T> entry = take();
    if (!spent.fill(entry)) {
      release(entry);
      throw stillHolding();
    }
    return spent;
  }

  private Entry<T> take() {
    Entry<T> entry = permitted() ? entries[free.pop()] : new Entry<>(SlotStack.EMPTY);
    if (entry.object != null) {
      reused.increment();
      return entry;
    }
    boolean made = false;
    try {
      entry.object = Objects.requireNonNull(recycler.create(), "a recycler creates an object");
      made = true;
    } finally {
      if (!made) {
        putBack(entry);
      }
    }
    created.increment();
    return entry;
  }

  /** Whether the caller may have a slot; there is one for every permit. False: an extra object. */
  private boolean permitted() {
    if (permits.tryAcquire()) {
      return true;
    }
    if (policy.whenExhausted() == PoolPolicy.Exhaustion.OVERFLOW) {
      return false;
    }
    try {
      if (policy.waitMillis() > 0
          && permits.tryAcquire(policy.waitMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new PoolExhaustedException(name, policy.maxSize(), policy.waitMillis());
  }

  void release(Entry<T> entry) {
    boolean keep = false;
    try {
      keep = recycler.clear(Objects.requireNonNull(entry.object)) && entry.slot != SlotStack.EMPTY;
    } catch (RuntimeException e) {
      LOG.warn("pool {} discards an object that could not be cleared", name, e);
    } finally {
      if (!keep) {
        entry.object = null;
        discarded.increment();
      }
      returned.increment();
      putBack(entry);
    }
  }

  private void putBack(Entry<T> entry) {
    if (entry.slot != SlotStack.EMPTY) {
      free.push(entry.slot);
      permits.release();
    }
  }

  /** What the pool is called. */
  public String name() {
    return name;
  }

  /** What the pool did so far, and what it has now. */
  public PoolStats stats() {
    long made = created.sum();
    long again = reused.sum();
    long gone = discarded.sum();
    long inUse = made + again - returned.sum();
    return new PoolStats(made, again, gone, inUse, made - gone - inUse);
  }

  private IllegalStateException stillHolding() {
    return new IllegalStateException(
        "the handle holds an object of pool " + name + " still: close it first");
  }

  /** A place in the pool and what is in it; one beyond the pool's size has no slot. */
  static final class Entry<T> {
    private final int slot;
    private @Nullable T object;

    Entry(int slot) {
      this.slot = slot;
    }

    @Nullable
    T object() {
      return object;
    }
  }
}
