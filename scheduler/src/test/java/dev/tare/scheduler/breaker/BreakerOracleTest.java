package dev.tare.scheduler.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The packed breaker does what the plain one does: over every short history, and random long ones.
 */
class BreakerOracleTest {
  private static final BreakerPolicy SMALL = new BreakerPolicy(2, 4, 10, 2, 2, 3);
  private static final int STEPS = 2_000;

  /** What can happen. Times step to just before, onto and beyond the limits of {@link #SMALL}. */
  private enum Event {
    ACQUIRE,
    OLDEST_SUCCEEDS,
    LATEST_FAILS,
    OLDEST_IGNORED,
    TIME_3,
    TIME_4,
    FORCE_OPEN,
    FORCE_CLOSE
  }

  @Test
  void everyShortHistory_endsAsTheOracleSays() {
    everyHistoryAfter(List.of(), 6);
  }

  @Test
  void everyHistoryFromHalfOpen_endsAsTheOracleSays() {
    everyHistoryAfter(
        List.of(
            Event.ACQUIRE,
            Event.LATEST_FAILS,
            Event.ACQUIRE,
            Event.LATEST_FAILS,
            Event.TIME_4,
            Event.ACQUIRE),
        5);
  }

  private static void everyHistoryAfter(List<Event> start, int depth) {
    Event[] events = Event.values();
    int histories = (int) Math.pow(events.length, depth);
    Event[] path = new Event[depth];
    for (int history = 0; history < histories; history++) {
      Both both = new Both(SMALL);
      start.forEach(both::apply);
      for (int rest = history, step = 0; step < depth; step++, rest /= events.length) {
        path[step] = events[rest % events.length];
        both.apply(path[step]);
        int steps = step + 1;
        both.check(() -> start + " " + Arrays.asList(path).subList(0, steps));
      }
    }
  }

  @Test
  void randomHistories_runAsTheOracleSays() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<BreakerState, Integer> reached = new EnumMap<>(BreakerState.class);
    for (int round = 0; round < 200; round++) {
      BreakerPolicy policy = policy(random);
      Both both = new Both(policy);
      both.origin = "seed " + seed + ", " + policy;
      for (int step = 0; step < STEPS; step++) {
        int at = step;
        BreakerState before = both.real.state();
        both.random(random);
        both.check(() -> "step " + at + ", " + both.origin);
        if (both.real.state() != before) {
          reached.merge(both.real.state(), 1, Integer::sum);
        }
      }
    }
    assertThat(reached).as("seed %s", seed).hasSize(BreakerState.values().length);
    assertThat(reached.values()).as("seed %s", seed).allMatch(times -> times > 200);
  }

  private static BreakerPolicy policy(Random random) {
    long open = 1L + random.nextInt(100_000);
    return new BreakerPolicy(
        1 + random.nextInt(random.nextInt(4) > 0 ? 5 : BreakerWord.MAX_COUNT),
        open,
        open + random.nextInt(1_000_000),
        1 + random.nextInt(5),
        1 + random.nextInt(random.nextBoolean() ? 4 : BreakerWord.MAX_COUNT),
        1 + random.nextInt(40_000));
  }

  /** Both breakers, the calls that are out, and the time that they share. */
  private static final class Both {
    private final BreakerPolicy policy;
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker real;
    private final PlainBreaker oracle;
    private final List<Long> permits = new ArrayList<>();
    private final List<PlainBreaker.Call> calls = new ArrayList<>();
    private String origin = "";
    private long now;

    Both(BreakerPolicy policy) {
      this.policy = policy;
      this.real = new CircuitBreaker("b", policy, time);
      this.oracle = new PlainBreaker(policy);
    }

    void apply(Event event) {
      switch (event) {
        case ACQUIRE -> acquire();
        case OLDEST_SUCCEEDS -> succeed(0);
        case LATEST_FAILS -> fail(permits.size() - 1);
        case OLDEST_IGNORED -> ignore(0);
        case TIME_3 -> pass(3);
        case TIME_4 -> pass(4);
        case FORCE_OPEN -> {
          real.forceOpen();
          oracle.forceOpen();
        }
        case FORCE_CLOSE -> {
          real.forceClose();
          oracle.forceClose();
        }
      }
    }

    void random(Random random) {
      int some = permits.isEmpty() ? -1 : random.nextInt(permits.size());
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3, 4, 5, 6, 7 -> acquire();
        case 8, 9, 10 -> succeed(some);
        case 11, 12, 13, 14, 15 -> fail(some);
        case 16 -> ignore(some);
        case 17 -> pass(random.nextInt(3));
        case 18 -> pass(oneOf(random, real.stats().remainingMillis(), policy.callTimeoutMillis()));
        default -> {
          if (random.nextInt(10) == 0) {
            apply(random.nextBoolean() ? Event.FORCE_OPEN : Event.FORCE_CLOSE);
          } else if (oracle.stats(now).state() == BreakerState.FORCED_OPEN) {
            apply(Event.FORCE_CLOSE);
          }
        }
      }
    }

    private static long oneOf(Random random, long one, long other) {
      return Math.max(0, (random.nextBoolean() ? one : other) + random.nextInt(3) - 1);
    }

    void acquire() {
      PlainBreaker.@Nullable Call expected = oracle.acquire(now);
      try {
        long permit = real.acquire();
        assertThat(expected).as("let through: %s", origin).isNotNull();
        permits.add(permit);
        calls.add(expected);
      } catch (CircuitOpenException refused) {
        assertThat(expected).as("refused: %s", origin).isNull();
        assertThat(refused.retryAfterMillis()).isEqualTo(oracle.stats(now).remainingMillis());
      }
    }

    void succeed(int index) {
      if (index >= 0 && index < permits.size()) {
        real.succeeded(permits.remove(index));
        oracle.succeeded(calls.remove(index), now);
      }
    }

    void fail(int index) {
      if (index >= 0) {
        real.failed(permits.remove(index), new IllegalStateException());
        oracle.failed(calls.remove(index), now);
      }
    }

    void ignore(int index) {
      if (index >= 0 && index < permits.size()) {
        real.failed(permits.remove(index), new ConflictException("there already"));
        oracle.ignored(calls.remove(index));
      }
    }

    void pass(long millis) {
      time.advanceMillis(millis);
      now += millis;
    }

    void check(Supplier<String> at) {
      BreakerStats seen = real.stats();
      BreakerStats comparable = new BreakerStats(
          seen.name(),
          seen.state(),
          seen.consecutiveFailures(),
          seen.probesInFlight(),
          seen.probeSuccesses(),
          seen.remainingMillis(),
          0,
          0,
          0,
          0,
          0,
          seen.opened());
      BreakerStats expected = oracle.stats(now);
      if (!comparable.equals(expected)) { // a million times: describe only what fails
        assertThat(comparable).as(at.get()).isEqualTo(expected);
      }
    }
  }
}
