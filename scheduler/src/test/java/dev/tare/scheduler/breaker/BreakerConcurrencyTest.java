package dev.tare.scheduler.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerConcurrencyTest {
  private static final int THREADS = 8;
  private static final int CALLS = 20_000;
  private final StorageException fault =
      new StorageException("down", true, new IllegalStateException());
  private final ConflictException answer = new ConflictException("there already");

  private final Together threads = new Together(THREADS);
  private final ManualTime time = new ManualTime();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void probesInFlight_neverExceedTheLimit() throws Exception {
    CircuitBreaker breaker = new CircuitBreaker("b", BreakerPolicy.DEFAULT, time);
    open(breaker, 5);
    time.advanceMillis(60_000);
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch met = new CountDownLatch(3);
    threads.run(thread -> {
      for (int i = 0; i < CALLS; i++) {
        try {
          long permit = breaker.acquire();
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          met.countDown();
          assertThat(met.await(10, TimeUnit.SECONDS)).isTrue(); // the first three for each other
          inFlight.decrementAndGet();
          breaker.failed(permit, answer);
        } catch (CircuitOpenException refused) {
          Thread.onSpinWait();
        }
      }
    });
    assertThat(most.get()).isEqualTo(3);
    assertThat(breaker.stats().probesInFlight()).isZero();
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
  }

  @Test
  void whenTheWaitIsOver_threeOfManyGetThrough_andTheirSuccessCloses() throws Exception {
    CircuitBreaker breaker = new CircuitBreaker("b", BreakerPolicy.DEFAULT, time);
    for (int round = 1; round <= 200; round++) {
      open(breaker, 5);
      time.advanceMillis(60_000);
      List<Long> permits = new ArrayList<>();
      threads.run(thread -> {
        try {
          long permit = breaker.acquire();
          synchronized (permits) {
            permits.add(permit);
          }
        } catch (CircuitOpenException refused) {
          assertThat(refused.retryAfterMillis()).isZero();
        }
      });
      assertThat(permits).as("round %s", round).hasSize(3);
      for (long permit : permits) {
        breaker.succeeded(permit);
      }
      assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
      assertThat(breaker.stats().opened()).isEqualTo(round);
    }
  }

  @Test
  void failuresThatRace_areAllCounted_andOpenOnce() throws Exception {
    BreakerPolicy policy = new BreakerPolicy(THREADS + 1, 60_000, 300_000, 3, 3, 30_000);
    for (int round = 0; round < 200; round++) {
      CircuitBreaker breaker = new CircuitBreaker("b", policy, time);
      threads.run(thread -> {
        breaker.failed(breaker.acquire(), fault);
      });
      assertThat(breaker.stats().consecutiveFailures()).isEqualTo(THREADS);
      long[] permits = {breaker.acquire(), breaker.acquire(), breaker.acquire()};
      threads.run(thread -> {
        if (thread < permits.length) {
          breaker.failed(permits[thread], fault);
        }
      });
      assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
      assertThat(breaker.stats().opened()).isEqualTo(1);
    }
  }

  @Test
  void successAmongRacingFailures_breaksTheRow() throws Exception {
    BreakerPolicy policy = new BreakerPolicy(THREADS, 60_000, 300_000, 3, 3, 30_000);
    for (int round = 0; round < 200; round++) {
      CircuitBreaker breaker = new CircuitBreaker("b", policy, time);
      threads.run(thread -> {
        if (thread == 0) {
          breaker.succeeded(breaker.acquire());
        } else {
          breaker.failed(breaker.acquire(), fault);
        }
      });
      assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
      assertThat(breaker.stats().consecutiveFailures()).isLessThan(THREADS);
    }
  }

  @Test
  void outcomesThatRaceWithAChangeOfState_neverReachTheNextPeriod() throws Exception {
    BreakerPolicy policy = new BreakerPolicy(63, 60_000, 300_000, 3, 3, 30_000);
    for (int round = 0; round < 500; round++) {
      CircuitBreaker breaker = new CircuitBreaker("b", policy, time);
      long[] permits = new long[THREADS];
      for (int i = 0; i < THREADS; i++) {
        permits[i] = breaker.acquire();
      }
      threads.run(thread -> {
        if (thread == 0) {
          breaker.forceClose();
        } else {
          breaker.failed(permits[thread], fault);
        }
      });
      assertThat(breaker.stats().consecutiveFailures()).isZero();
    }
  }

  @Test
  void everyCallOfAStorm_isAccountedFor() throws Exception {
    long seed = System.nanoTime();
    CircuitBreaker breaker = new CircuitBreaker("b", new BreakerPolicy(3, 2, 8, 3, 2, 5), time);
    AtomicInteger made = new AtomicInteger();
    threads.run(thread -> {
      Random random = new Random(seed + thread);
      for (int i = 0; i < CALLS; i++) {
        int dice = random.nextInt(10);
        if (dice == 0) {
          time.advanceMillis(1);
        }
        try {
          long permit = breaker.acquire();
          made.incrementAndGet();
          if (dice < 5) {
            breaker.succeeded(permit);
          } else {
            breaker.failed(permit, dice < 6 ? answer : fault);
          }
        } catch (CircuitOpenException refused) {
          assertThat(refused.retryAfterMillis()).isBetween(0L, 8L);
        }
      }
    });
    BreakerStats stats = breaker.stats();
    String at = "seed " + seed + ": " + stats;
    assertThat(stats.succeeded() + stats.slow() + stats.failed() + stats.ignored())
        .as(at)
        .isEqualTo(made.get());
    assertThat(stats.refused() + made.get()).as(at).isEqualTo(THREADS * CALLS);
    assertThat(stats.probesInFlight()).as(at).isZero();
    assertThat(stats.opened()).as(at).isPositive();
  }

  private void open(CircuitBreaker breaker, int failures) {
    for (int i = 0; i < failures; i++) {
      breaker.failed(breaker.acquire(), fault);
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }
}
