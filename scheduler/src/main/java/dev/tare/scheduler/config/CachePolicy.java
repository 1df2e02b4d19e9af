package dev.tare.scheduler.config;

/**
 * How much a cache keeps, and for how long.
 *
 * @param ttlMillis an entry this old is loaded anew when it is next asked for, 1 ms or more
 * @param maxEntries the most entries, 1 or more; what is used least goes first
 */
public record CachePolicy(long ttlMillis, int maxEntries) {

  /** 100 entries, for 300 s. */
  public static final CachePolicy DEFAULT = new CachePolicy(300_000, 100);

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public CachePolicy {
    if (ttlMillis < 1 || maxEntries < 1) {
      throw new IllegalArgumentException("a cache keeps 1 entry or more for 1 ms or more, not "
          + maxEntries + " for " + ttlMillis + " ms");
    }
  }
}
