package dev.tare.benchmarks.load.paced;

/**
 * When each call is to begin: at equal distances, the first one distance after the start.
 *
 * @param startNanos by the ticker
 * @param perSecond how many calls a second
 * @param calls how many in all
 */
public record Arrivals(long startNanos, double perSecond, long calls) {
  private static final double NANOS = 1e9;

  /** Calls for so long. */
  public static Arrivals during(long startNanos, double perSecond, double seconds) {
    return new Arrivals(startNanos, perSecond, Math.max(1, Math.round(perSecond * seconds)));
  }

  /** When the call of this number, from 0, is to begin; computed, so that no error adds up. */
  public long nanosOf(long call) {
    return startNanos + Math.round((call + 1) * (NANOS / perSecond));
  }
}
