package dev.tare.scheduler.breaker;

import org.jspecify.annotations.Nullable;

/**
 * The breaker as one would write it down: plain fields, one lock, an object a call. Slow and
 * obvious, the oracle that the packed one is compared with.
 */
final class PlainBreaker {
  /** A call: in which period of the breaker it began, and when. */
  record Call(int period, long beganMillis) {}

  private final BreakerPolicy policy;
  private BreakerState state = BreakerState.CLOSED;
  private int period;
  private int failures;
  private int probes;
  private int successes;
  private long waitMillis;
  private long openedMillis;
  private long latestProbeMillis;
  private long opened;

  PlainBreaker(BreakerPolicy policy) {
    this.policy = policy;
    this.waitMillis = policy.openMillis();
  }

  /** The call, or null if it is refused. */
  synchronized @Nullable Call acquire(long now) {
    if (state == BreakerState.OPEN && now - openedMillis >= waitMillis) {
      enter(BreakerState.HALF_OPEN);
    }
    if (state == BreakerState.HALF_OPEN) {
      if (probes == policy.maxProbes()) {
        if (now - latestProbeMillis > policy.callTimeoutMillis()) {
          reopen(now);
        }
        return null;
      }
      probes++;
      latestProbeMillis = now;
      return new Call(period, now);
    }
    return state == BreakerState.CLOSED ? new Call(period, now) : null;
  }

  synchronized void succeeded(Call call, long now) {
    if (now - call.beganMillis > policy.callTimeoutMillis()) {
      failed(call, now);
    } else if (call.period == period) {
      failures = 0;
      if (state == BreakerState.HALF_OPEN) {
        probes--;
        successes++;
        if (successes == policy.successesToClose()) {
          forceClose();
        }
      }
    }
  }

  synchronized void failed(Call call, long now) {
    if (call.period != period) {
      return;
    }
    if (state == BreakerState.HALF_OPEN) {
      reopen(now);
    } else {
      failures++;
      if (failures == policy.failuresToOpen()) {
        open(now);
      }
    }
  }

  synchronized void ignored(Call call) {
    if (call.period == period && state == BreakerState.HALF_OPEN) {
      probes--;
    }
  }

  synchronized void forceOpen() {
    if (state != BreakerState.FORCED_OPEN) {
      opened++;
    }
    enter(BreakerState.FORCED_OPEN);
  }

  synchronized void forceClose() {
    enter(BreakerState.CLOSED);
    waitMillis = policy.openMillis();
  }

  private void reopen(long now) {
    waitMillis = Math.min(2 * waitMillis, policy.longestOpenMillis());
    open(now);
  }

  private void open(long now) {
    enter(BreakerState.OPEN);
    openedMillis = now;
    opened++;
  }

  private void enter(BreakerState next) {
    state = next;
    period++;
    failures = 0;
    probes = 0;
    successes = 0;
  }

  /** In the shape of the real one's, without the totals that this one does not keep. */
  synchronized BreakerStats stats(long now) {
    long remaining = state == BreakerState.OPEN ? Math.max(0, openedMillis + waitMillis - now) : 0;
    return new BreakerStats(
        "b", state, failures, probes, successes, remaining, 0, 0, 0, 0, 0, opened);
  }
}
