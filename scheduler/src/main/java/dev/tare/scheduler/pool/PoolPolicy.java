package dev.tare.scheduler.pool;

/**
 * How many objects a pool has, and what happens when all are in use.
 *
 * @param maxSize the most objects that the pool keeps, 1–65,536
 * @param whenExhausted what happens to one more caller
 * @param waitMillis for how long a caller waits, with {@link Exhaustion#WAIT}; otherwise 0
 */
public record PoolPolicy(int maxSize, Exhaustion whenExhausted, long waitMillis) {
  private static final int MOST = 1 << 16;

  /** What happens to a caller when all objects are in use. */
  public enum Exhaustion {
    /** Gets {@link PoolExhaustedException} at once. */
    FAIL,
    /** Waits for an object to come back, then gets {@link PoolExhaustedException}. */
    WAIT,
    /** Gets a new object, which is discarded when it comes back. */
    OVERFLOW
  }

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException if one is outside of what it may be
   */
  public PoolPolicy {
    if (maxSize < 1 || maxSize > MOST) {
      throw new IllegalArgumentException(
          "a pool's maxSize is from 1 to " + MOST + ", not " + maxSize);
    }
    if (whenExhausted == Exhaustion.WAIT ? waitMillis < 1 : waitMillis != 0) {
      throw new IllegalArgumentException(
          "waitMillis is 1 or more with WAIT and 0 without, not " + waitMillis);
    }
  }

  /** At most so many objects in use; one caller more fails. */
  public static PoolPolicy failing(int maxSize) {
    return new PoolPolicy(maxSize, Exhaustion.FAIL, 0);
  }

  /** At most so many objects in use; one caller more waits, and then fails. */
  public static PoolPolicy waiting(int maxSize, long waitMillis) {
    return new PoolPolicy(maxSize, Exhaustion.WAIT, waitMillis);
  }

  /** At most so many objects kept; one caller more gets one that is not. */
  public static PoolPolicy overflowing(int maxSize) {
    return new PoolPolicy(maxSize, Exhaustion.OVERFLOW, 0);
  }
}
