package dev.tare.scheduler.breaker;

import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.InfrastructureException;
import dev.tare.scheduler.error.SchedulerException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses calls to something that keeps failing, and finds out by a few probes when it works again.
 *
 * <p>A call asks first, and reports once how it ended:
 *
 * <pre>{@code
 * long permit = breaker.acquire();
 * try {
 *   return breaker.succeeded(permit, repository.byId(id));
 * } catch (Throwable e) {
 *   breaker.failed(permit, e);
 *   throw e;
 * }
 * }</pre>
 *
 * <p>A business error is an answer, neither a success nor a failure, and so is every other error of
 * the scheduler that is not an {@link InfrastructureException}. Every other throwable is a failure,
 * and so is a success that took longer than the policy allows. The breaker measures a call, it does
 * not cut one short: that is for whoever holds the connection, whose time limits then come back
 * here as failures. Calls that never come back hold nothing up: while the breaker is half open,
 * probes that are all overdue have failed.
 *
 * <p>Any thread may call anything. The state is one atomic {@code long} and there is no lock; a
 * call through a closed breaker without failures reads it twice and writes nothing shared but a
 * striped counter. A success, and every outcome but a refusal or a change of state, allocates
 * nothing.
 */
public final class CircuitBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

  private final String name;
  private final BreakerPolicy policy;
  private final Transitions transitions;
  private final LongSupplier nanoTime;
  private final long originNanos;
  private final AtomicLong word = new AtomicLong();

  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder ignored = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder opened = new LongAdder();

  /** A closed breaker on the JVM's monotonic time; {@code name} is for people. */
  public CircuitBreaker(String name, BreakerPolicy policy) {
    this(name, policy, System::nanoTime);
  }

  /**
   * A closed breaker.
   *
   * @param nanoTime nanoseconds from any origin, as {@link System#nanoTime}: differences count, so
   *     that an adjusted wall clock neither holds a breaker open nor makes calls look slow
   */
  public CircuitBreaker(String name, BreakerPolicy policy, LongSupplier nanoTime) {
    this.name = name;
    this.policy = policy;
    this.transitions = new Transitions(policy);
    this.nanoTime = nanoTime;
    this.originNanos = nanoTime.getAsLong();
  }

  /**
   * Asks to make a call.
   *
   * @return what the call reports its end with, to exactly one of {@code succeeded} and
   *     {@code failed}
   * @throws CircuitOpenException if the call must not be made now
   */
  public long acquire() {
    long seen = word.get();
    return BreakerWord.isClosed(seen) ? BreakerWord.permit(seen, nowMillis()) : probe();
  }

  private long probe() {
    while (true) {
      long seen = word.get();
      long now = nowMillis(); // after the word: never before the instant that it holds
      if (BreakerWord.isClosed(seen)) {
        return BreakerWord.permit(seen, now);
      }
      long next = transitions.asked(seen, now);
      if (next == seen) {
        refused.increment();
        throw new CircuitOpenException(name, transitions.remainingMillis(seen, now));
      }
      if (word.compareAndSet(seen, next)) {
        changed(seen, next, now);
        if (BreakerWord.state(next) == BreakerState.HALF_OPEN) {
          return BreakerWord.permit(next, now);
        }
      }
    }
  }

  /** Reports that a call ended well. */
  public void succeeded(long permit) {
    long now = nowMillis();
    if (BreakerWord.permitMillis(permit, now) > policy.callTimeoutMillis()) {
      slow.increment();
      settleFailure(permit);
      return;
    }
    succeeded.increment();
    long seen = word.get();
    while (!BreakerWord.isCalm(seen) && !BreakerWord.isStale(permit, seen)) {
      long next = transitions.succeeded(seen, now);
      if (word.compareAndSet(seen, next)) {
        changed(seen, next, now);
        return;
      }
      seen = word.get();
    }
  }

  /** Reports that a call ended well, and hands its result through. */
  public <T> T succeeded(long permit, T result) {
    succeeded(permit);
    return result;
  }

  /** Reports that a call ended well, and hands its result through. */
  public long succeeded(long permit, long result) {
    succeeded(permit);
    return result;
  }

  /** Reports that a call ended well, and hands its result through. */
  public int succeeded(long permit, int result) {
    succeeded(permit);
    return result;
  }

  /** Reports that a call ended well, and hands its result through. */
  public boolean succeeded(long permit, boolean result) {
    succeeded(permit);
    return result;
  }

  /** Reports that a call ended with {@code error}, which the caller then throws on. */
  public void failed(long permit, Throwable error) {
    if (error instanceof SchedulerException && !(error instanceof InfrastructureException)) {
      ignored.increment();
      settleIgnored(permit);
    } else {
      failed.increment();
      settleFailure(permit);
    }
  }

  private void settleFailure(long permit) {
    while (true) {
      long seen = word.get();
      if (BreakerWord.isStale(permit, seen)) {
        return;
      }
      long now = nowMillis();
      long next = transitions.failed(seen, now);
      if (word.compareAndSet(seen, next)) {
        changed(seen, next, now);
        return;
      }
    }
  }

  private void settleIgnored(long permit) {
    long seen;
    do {
      seen = word.get();
    } while (!BreakerWord.isStale(permit, seen)
        && !word.compareAndSet(seen, transitions.ignored(seen)));
  }

  /** Refuses every call from now on, until {@link #forceClose} or {@link #reset}. */
  public void forceOpen() {
    force(BreakerState.FORCED_OPEN);
  }

  /** Closes now, without failures; it goes on as ever. */
  public void forceClose() {
    force(BreakerState.CLOSED);
  }

  /** Closes now, as if it were new: the totals start at 0. */
  public void reset() {
    forceClose();
    succeeded.reset();
    failed.reset();
    slow.reset();
    ignored.reset();
    refused.reset();
    opened.reset();
  }

  private void force(BreakerState state) {
    long now = nowMillis();
    long seen = word.getAndUpdate(any -> BreakerWord.next(any, state, 0, now));
    changed(seen, BreakerWord.next(seen, state, 0, now), now);
  }

  /** What the breaker is called. */
  public String name() {
    return name;
  }

  /** Whether it lets calls through. An open one whose wait is over stays open until a call asks. */
  public BreakerState state() {
    return BreakerWord.state(word.get());
  }

  /** Its state and totals now. */
  public BreakerStats stats() {
    long seen = word.get();
    BreakerState state = BreakerWord.state(seen);
    int count = BreakerWord.count(seen);
    return new BreakerStats(
        name,
        state,
        state == BreakerState.CLOSED ? count : 0,
        state == BreakerState.HALF_OPEN ? count : 0,
        BreakerWord.successes(seen),
        transitions.remainingMillis(seen, nowMillis()),
        succeeded.sum(),
        failed.sum(),
        slow.sum(),
        ignored.sum(),
        refused.sum(),
        opened.sum());
  }

  private long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - originNanos);
  }

  private void changed(long from, long to, long nowMillis) {
    BreakerState state = BreakerWord.state(to);
    if (state == BreakerWord.state(from)) {
      return;
    }
    switch (state) {
      case CLOSED -> LOG.info("circuit breaker {} closed", name);
      case HALF_OPEN -> LOG.info("circuit breaker {} half open: probing", name);
      case OPEN -> {
        opened.increment();
        long millis = transitions.remainingMillis(to, nowMillis);
        LOG.warn("circuit breaker {} opened: calls are refused for {} ms", name, millis);
      }
      case FORCED_OPEN -> {
        opened.increment();
        LOG.warn("circuit breaker {} opened by request", name);
      }
    }
  }
}
