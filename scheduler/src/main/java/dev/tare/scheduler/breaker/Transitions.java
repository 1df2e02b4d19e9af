package dev.tare.scheduler.breaker;

import static dev.tare.scheduler.breaker.BreakerState.CLOSED;
import static dev.tare.scheduler.breaker.BreakerState.HALF_OPEN;
import static dev.tare.scheduler.breaker.BreakerState.OPEN;
import static dev.tare.scheduler.breaker.BreakerWord.ONE;
import static dev.tare.scheduler.breaker.BreakerWord.ONE_SUCCESS;
import static dev.tare.scheduler.breaker.BreakerWord.count;
import static dev.tare.scheduler.breaker.BreakerWord.level;
import static dev.tare.scheduler.breaker.BreakerWord.millisSince;
import static dev.tare.scheduler.breaker.BreakerWord.next;
import static dev.tare.scheduler.breaker.BreakerWord.state;
import static dev.tare.scheduler.breaker.BreakerWord.successes;

/** What follows on what: pure functions from one word to the next. */
final class Transitions {
  private final BreakerPolicy policy;

  Transitions(BreakerPolicy policy) {
    this.policy = policy;
  }

  /**
   * After one more caller has asked to be let through a breaker that is not closed: half open if it
   * is, the same word if not.
   *
   * <p>When every probe has been out for longer than a call may take, they have failed: whoever
   * asks next finds out, and the breaker opens again. Otherwise a probe that hangs would keep it
   * half open for good.
   */
  long asked(long word, long nowMillis) {
    return switch (state(word)) {
      case CLOSED, FORCED_OPEN -> word;
      case OPEN ->
        remainingMillis(word, nowMillis) > 0
            ? word
            : next(word, HALF_OPEN, level(word), nowMillis) + ONE;
      case HALF_OPEN -> {
        if (count(word) < policy.maxProbes()) {
          yield BreakerWord.withSince(word, nowMillis) + ONE;
        }
        boolean overdue = millisSince(word, nowMillis) > policy.callTimeoutMillis();
        yield overdue ? reopened(word, nowMillis) : word;
      }
    };
  }

  long succeeded(long word, long nowMillis) {
    return switch (state(word)) {
      case CLOSED -> BreakerWord.withoutCount(word);
      case HALF_OPEN -> {
        if (count(word) == 0) {
          yield word;
        }
        yield successes(word) + 1 < policy.successesToClose()
            ? word - ONE + ONE_SUCCESS
            : next(word, CLOSED, 0, nowMillis);
      }
      case OPEN, FORCED_OPEN -> word;
    };
  }

  long failed(long word, long nowMillis) {
    return switch (state(word)) {
      case CLOSED ->
        count(word) + 1 < policy.failuresToOpen() ? word + ONE : next(word, OPEN, 0, nowMillis);
      case HALF_OPEN -> count(word) == 0 ? word : reopened(word, nowMillis);
      case OPEN, FORCED_OPEN -> word;
    };
  }

  /** A call ended without saying whether what it called works: a probe gives its place back. */
  long ignored(long word) {
    return state(word) == HALF_OPEN && count(word) > 0 ? word - ONE : word;
  }

  /** How long an open breaker stays so; 0 in any other state. */
  long remainingMillis(long word, long nowMillis) {
    if (state(word) != OPEN) {
      return 0;
    }
    return Math.max(0, waitMillis(level(word)) - millisSince(word, nowMillis));
  }

  private long waitMillis(int level) {
    return Math.min(policy.openMillis() << level, policy.longestOpenMillis());
  }

  private long reopened(long word, long nowMillis) {
    int level = level(word);
    boolean longest = waitMillis(level) == policy.longestOpenMillis();
    return next(word, OPEN, longest ? level : level + 1, nowMillis);
  }
}
