package dev.tare.benchmarks.breaker;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.BreakerState;
import java.time.Duration;
import java.time.Instant;

/**
 * The state of a {@link CopyingBreaker} at one moment; every change is another one.
 *
 * @param state whether calls are let through
 * @param failures while closed: consecutive ones
 * @param probes while half open: in flight
 * @param successes while half open
 * @param level how often the wait has doubled
 * @param since of the state, or of the last probe
 * @param epoch goes up with each change of {@code state}
 */
record BreakerSnapshot(
    BreakerState state,
    int failures,
    int probes,
    int successes,
    int level,
    Instant since,
    long epoch) {

  static BreakerSnapshot closed(Instant now) {
    return new BreakerSnapshot(BreakerState.CLOSED, 0, 0, 0, 0, now, 0);
  }

  private BreakerSnapshot become(BreakerState next, int nextLevel, int nextProbes, Instant now) {
    return new BreakerSnapshot(next, 0, nextProbes, 0, nextLevel, now, epoch + 1);
  }

  private BreakerSnapshot with(int newFailures, int newProbes, int newSuccesses, Instant newSince) {
    return new BreakerSnapshot(state, newFailures, newProbes, newSuccesses, level, newSince, epoch);
  }

  /** Somebody asks to be let through. */
  BreakerSnapshot asked(BreakerPolicy policy, Instant now) {
    return switch (state) {
      case CLOSED, FORCED_OPEN -> this;
      case OPEN ->
        remaining(policy, now).isZero() ? become(BreakerState.HALF_OPEN, level, 1, now) : this;
      case HALF_OPEN -> {
        if (probes < policy.maxProbes()) {
          yield with(failures, probes + 1, successes, now);
        }
        boolean overdue = Duration.between(since, now).toMillis() > policy.callTimeoutMillis();
        yield overdue ? reopened(policy, now) : this;
      }
    };
  }

  /** Whether who asked {@code before}, and so made this, is let through. */
  boolean allows(BreakerSnapshot before) {
    return state == BreakerState.CLOSED || (state == BreakerState.HALF_OPEN && !equals(before));
  }

  BreakerSnapshot succeeded(BreakerPolicy policy, Instant now) {
    return switch (state) {
      case CLOSED -> with(0, 0, 0, since);
      case HALF_OPEN -> {
        if (probes == 0) {
          yield this;
        }
        yield successes + 1 < policy.successesToClose()
            ? with(0, probes - 1, successes + 1, since)
            : become(BreakerState.CLOSED, 0, 0, now);
      }
      case OPEN, FORCED_OPEN -> this;
    };
  }

  BreakerSnapshot failed(BreakerPolicy policy, Instant now) {
    return switch (state) {
      case CLOSED ->
        failures + 1 < policy.failuresToOpen()
            ? with(failures + 1, 0, 0, since)
            : become(BreakerState.OPEN, 0, 0, now);
      case HALF_OPEN -> probes == 0 ? this : reopened(policy, now);
      case OPEN, FORCED_OPEN -> this;
    };
  }

  BreakerSnapshot ignored() {
    return state == BreakerState.HALF_OPEN && probes > 0
        ? with(failures, probes - 1, successes, since)
        : this;
  }

  /** How long an open breaker stays so. */
  Duration remaining(BreakerPolicy policy, Instant now) {
    if (state != BreakerState.OPEN) {
      return Duration.ZERO;
    }
    Duration left = wait(policy, level).minus(Duration.between(since, now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration wait(BreakerPolicy policy, int level) {
    return Duration.ofMillis(Math.min(policy.openMillis() << level, policy.longestOpenMillis()));
  }

  private BreakerSnapshot reopened(BreakerPolicy policy, Instant now) {
    boolean longest = wait(policy, level).toMillis() == policy.longestOpenMillis();
    return become(BreakerState.OPEN, longest ? level : level + 1, 0, now);
  }
}
