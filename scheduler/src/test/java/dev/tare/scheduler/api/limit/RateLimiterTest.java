package dev.tare.scheduler.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.auth.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final int PLACES = 65_536;

  private final ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");
  private final RateLimiter limiter = new RateLimiter(20, 10, PLACES, 7, clock);

  @Test
  void burst_isTaken_thenTokensComeBackAtTheirRate() {
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.take(1)).isZero();
    }
    assertThat(limiter.take(1)).isEqualTo(100);
    clock.advance(Duration.ofMillis(60));
    assertThat(limiter.take(1)).isEqualTo(40);
    clock.advance(Duration.ofMillis(40));
    assertThat(limiter.take(1)).isZero();
    assertThat(limiter.take(1)).isEqualTo(100);
    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.take(1)).isZero();
    }
    assertThat(limiter.take(1)).isPositive();
    assertThat(limiter.refused()).isEqualTo(4);
  }

  @Test
  void clients_haveBucketsOfTheirOwn() {
    for (int i = 0; i < 20; i++) {
      limiter.take(1);
    }
    assertThat(limiter.take(1)).isPositive();
    assertThat(limiter.take(2)).isZero();
    assertThat(limiter.take(0)).isZero();
  }

  @Test
  void clock_thatIsSetBack_givesNoTokens() {
    for (int i = 0; i < 20; i++) {
      limiter.take(1);
    }
    clock.set(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(limiter.take(1)).isEqualTo(100);
    clock.advance(Duration.ofMillis(100));
    assertThat(limiter.take(1)).isZero();
  }

  @Test
  void randomClient_getsWhatASlowBucketWouldGive() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    double tokens = 20;
    for (int i = 0; i < 100_000; i++) {
      int passed = random.nextInt(4) == 0 ? random.nextInt(500) : random.nextInt(3);
      clock.advance(Duration.ofMillis(passed));
      tokens = Math.min(20, tokens + passed * 0.01);
      boolean expected = tokens >= 1 - 1e-6;
      assertThat(limiter.take(42) == 0).as("seed %d, round %d", seed, i).isEqualTo(expected);
      tokens -= expected ? 1 : 0;
    }
  }

  @Test
  void aMillionClients_takeNoMemory_andNoTokens_fromOneThatIsLimited() {
    for (int i = 0; i < 20; i++) {
      limiter.take(-1);
    }
    long bytes = Allocated.bytesPerCall(1, () -> {
      for (int client = 0; client < 1_000_000; client++) {
        limiter.take(client);
      }
    });
    assertThat(bytes).isZero();
    assertThat(limiter.places()).isEqualTo(PLACES);
  }

  @Test
  void flood_byManyClients_refusesNobodyElse() {
    Random random = new Random(11);
    for (int i = 0; i < 1_000_000; i++) {
      limiter.take(random.nextLong());
    }
    assertThat(limiter.refused()).isZero();
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.take(-1)).isZero();
    }
  }

  @Test
  void limitedClient_staysLimited_whileFewerClientsThanPlacesAsk() {
    for (int i = 0; i < 20; i++) {
      limiter.take(-1);
    }
    for (int client = 0; client < PLACES / 4; client++) {
      limiter.take(client);
    }
    assertThat(limiter.take(-1)).isPositive();
  }

  @Test
  void threads_shareABucketExactly() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    int threads = 4;
    CountDownLatch begin = new CountDownLatch(threads);
    Thread[] takers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      takers[i] = new Thread(() -> {
        begin.countDown();
        try {
          begin.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        for (int call = 0; call < 1_000; call++) {
          if (limiter.take(5) == 0) {
            taken.incrementAndGet();
          }
        }
      });
      takers[i].start();
    }
    for (Thread taker : takers) {
      taker.join();
    }
    assertThat(taken).hasValue(20);
    assertThat(limiter.refused()).isEqualTo(threads * 1_000L - 20);
  }

  @Test
  void limits_thatCanNotBe_areRefused() {
    assertThatThrownBy(() -> new RateLimiter(0, 10, 8, 1, clock))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RateLimiter(20, 1_000_001, 8, 1, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
