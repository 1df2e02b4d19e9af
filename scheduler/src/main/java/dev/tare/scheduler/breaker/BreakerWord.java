package dev.tare.scheduler.breaker;

/**
 * All that a breaker knows, in one {@code long}: it changes by one compare-and-set, and nobody sees
 * half of a change.
 *
 * <pre>
 * bits   0–1   state
 *        2–6   how often the wait was doubled
 *        7–12  consecutive failures while closed, probes in flight while half open
 *       13–18  probes that succeeded while half open
 *       19–45  since: when it opened, or let the latest probe through; milliseconds modulo 2^27
 *       46–63  generation: goes up at every change of state
 * </pre>
 *
 * <p>A permit has the generation at the same place, and below it the instant at which its call
 * began. One from an earlier generation is stale: its outcome says nothing about the present state.
 * It could be taken for a present one only after exactly 2^18 changes of state during one call.
 *
 * <p>Time since is taken modulo 2^27 ms, 37 hours, more than any wait. If nobody called for longer
 * than that, one wait may start anew; a source of time that steps back costs an early probe.
 */
final class BreakerWord {
  static final int MAX_COUNT = 63;

  private static final int LEVEL = 2;
  private static final int COUNT = 7;
  private static final int SUCCESSES = 13;
  private static final int SINCE = 19;
  private static final int GENERATION = 46;

  private static final long STATE_MASK = 0b11;
  private static final long LEVEL_MASK = 0b1_1111;
  private static final long COUNT_MASK = MAX_COUNT;
  private static final long SINCE_MASK = (1L << 27) - 1;
  private static final long BEGAN_MASK = (1L << GENERATION) - 1;

  static final long ONE = 1L << COUNT;
  static final long ONE_SUCCESS = 1L << SUCCESSES;

  private BreakerWord() {}

  /** The word of the next generation, without counts. */
  static long next(long word, BreakerState state, int level, long nowMillis) {
    long generation = (word >>> GENERATION) + 1;
    return (generation << GENERATION)
        | ((nowMillis & SINCE_MASK) << SINCE)
        | ((long) level << LEVEL)
        | state.code;
  }

  static long withSince(long word, long nowMillis) {
    return (word & ~(SINCE_MASK << SINCE)) | ((nowMillis & SINCE_MASK) << SINCE);
  }

  static BreakerState state(long word) {
    return BreakerState.ofCode((int) (word & STATE_MASK));
  }

  static boolean isClosed(long word) {
    return (word & STATE_MASK) == 0;
  }

  /** Closed, with no failure to forget: a success has nothing to change. */
  static boolean isCalm(long word) {
    return (word & (STATE_MASK | COUNT_MASK << COUNT)) == 0;
  }

  static int level(long word) {
    return (int) (word >>> LEVEL & LEVEL_MASK);
  }

  static int count(long word) {
    return (int) (word >>> COUNT & COUNT_MASK);
  }

  static long withoutCount(long word) {
    return word & ~(COUNT_MASK << COUNT);
  }

  static int successes(long word) {
    return (int) (word >>> SUCCESSES & COUNT_MASK);
  }

  static long millisSince(long word, long nowMillis) {
    return nowMillis - (word >>> SINCE) & SINCE_MASK;
  }

  static long permit(long word, long nowMillis) {
    return (word & ~BEGAN_MASK) | (nowMillis & BEGAN_MASK);
  }

  static boolean isStale(long permit, long word) {
    return (permit ^ word) >>> GENERATION != 0;
  }

  static long permitMillis(long permit, long nowMillis) {
    return nowMillis - permit & BEGAN_MASK;
  }
}
