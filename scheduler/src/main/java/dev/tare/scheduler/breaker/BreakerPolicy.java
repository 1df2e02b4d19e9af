package dev.tare.scheduler.breaker;

/**
 * When a breaker opens, for how long, and what closes it again.
 *
 * @param failuresToOpen so many consecutive failures open it, 1–63
 * @param openMillis how long it stays open at first, 1 ms to 24 h
 * @param longestOpenMillis the wait doubles with every failed probe up to this, at most 24 h
 * @param maxProbes so many calls are in flight at most while it is half open, 1–63
 * @param successesToClose so many probes have to succeed to close it, 1–63
 * @param callTimeoutMillis a call that takes longer has failed, however it ends, 1 ms to 24 h
 */
public record BreakerPolicy(
    int failuresToOpen,
    long openMillis,
    long longestOpenMillis,
    int maxProbes,
    int successesToClose,
    long callTimeoutMillis) {

  /**
   * Opens after 5 consecutive failures for 60 s, doubled up to 300 s; 3 probes at a time, 3
   * successes close; a call may take 30 s.
   */
  public static final BreakerPolicy DEFAULT = new BreakerPolicy(5, 60_000, 300_000, 3, 3, 30_000);

  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException if one is outside of what it may be
   */
  public BreakerPolicy {
    check("failuresToOpen", failuresToOpen, 1, BreakerWord.MAX_COUNT);
    check("openMillis", openMillis, 1, DAY_MILLIS);
    check("longestOpenMillis", longestOpenMillis, openMillis, DAY_MILLIS);
    check("maxProbes", maxProbes, 1, BreakerWord.MAX_COUNT);
    check("successesToClose", successesToClose, 1, BreakerWord.MAX_COUNT);
    check("callTimeoutMillis", callTimeoutMillis, 1, DAY_MILLIS);
  }

  private static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "a breaker's " + what + " is from " + least + " to " + most + ", not " + value);
    }
  }
}
