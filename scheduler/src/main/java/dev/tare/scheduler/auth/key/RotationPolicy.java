package dev.tare.scheduler.auth.key;

import java.time.Duration;
import java.util.List;

/**
 * When a key is replaced, and how long it verifies afterwards.
 *
 * @param name what a configuration file calls it
 * @param interval the age at which the current key is replaced; zero: only on request
 * @param overlap how long a replaced key still verifies what it signed
 */
public record RotationPolicy(String name, Duration interval, Duration overlap) {

  /** Never rotates by itself; a key replaced on request verifies for one more day. */
  public static final RotationPolicy DEVELOPMENT =
      new RotationPolicy("development", Duration.ZERO, Duration.ofDays(1));

  /** Every 7 days, with 1 day of overlap. */
  public static final RotationPolicy TESTING =
      new RotationPolicy("testing", Duration.ofDays(7), Duration.ofDays(1));

  /** Every 14 days, with 3 days of overlap. */
  public static final RotationPolicy STAGING =
      new RotationPolicy("staging", Duration.ofDays(14), Duration.ofDays(3));

  /** Every 30 days, with 7 days of overlap. */
  public static final RotationPolicy PRODUCTION =
      new RotationPolicy("production", Duration.ofDays(30), Duration.ofDays(7));

  private static final List<RotationPolicy> NAMED =
      List.of(DEVELOPMENT, TESTING, STAGING, PRODUCTION);

  /**
   * Checks that the ring can hold every key that the overlap keeps alive.
   *
   * @throws IllegalArgumentException if the interval is negative, the overlap not positive, or the
   *     overlap is longer than {@link KeyRing#MAX_PREVIOUS} intervals
   */
  public RotationPolicy {
    if (interval.isNegative() || overlap.isNegative() || overlap.isZero()) {
      throw new IllegalArgumentException(
          "a rotation policy takes an interval of zero or more and an overlap of more than zero: "
              + interval + ", " + overlap);
    }
    if (!interval.isZero() && overlap.compareTo(interval.multipliedBy(KeyRing.MAX_PREVIOUS)) > 0) {
      throw new IllegalArgumentException("an overlap of " + overlap + " needs more than "
          + KeyRing.MAX_PREVIOUS + " previous keys at an interval of " + interval
          + ": shorten the overlap or lengthen the interval");
    }
  }

  /**
   * The policy of a configured name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static RotationPolicy named(String name) {
    for (RotationPolicy policy : NAMED) {
      if (policy.name.equals(name)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("no rotation policy is called \"" + name
        + "\": use development, testing, staging or production");
  }

  /** Whether keys are replaced by age, not only on request. */
  public boolean rotates() {
    return !interval.isZero();
  }
}
