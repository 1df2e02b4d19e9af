package dev.tare.scheduler.pool;

/**
 * How objects of a pool are made and cleared. Called by any thread, for different objects at once.
 *
 * @param <T> what the pool holds
 */
public interface Recycler<T> {

  /** A new object, as clean as {@link #clear} leaves one. */
  T create();

  /**
   * Removes all that the last user left; called when an object comes back, so that an idle one
   * holds on to nothing either. If it throws, the object is discarded.
   *
   * @return false if the object is not worth keeping, such as a buffer that grew too large
   */
  boolean clear(T object);
}
