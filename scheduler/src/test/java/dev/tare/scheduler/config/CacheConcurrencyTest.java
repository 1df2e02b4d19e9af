package dev.tare.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.breaker.Together;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheConcurrencyTest {
  private static final int THREADS = 8;

  private final Together threads = new Together(THREADS);

  private record Task(long id, long version) {}

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void threadsThatMissTogether_shareOneLoad() throws Exception {
    for (int round = 0; round < 100; round++) {
      AtomicInteger loads = new AtomicInteger();
      CountDownLatch asked = new CountDownLatch(THREADS);
      IdCache<Task> cache = new IdCache<>(CachePolicy.DEFAULT, id -> {
        loads.incrementAndGet();
        await(asked); // all of them are on their way before there is an answer
        return new Task(id, 0);
      });
      Set<Task> seen = ConcurrentHashMap.newKeySet();
      threads.run(thread -> {
        asked.countDown();
        seen.add(Objects.requireNonNull(cache.get(7)));
      });
      assertThat(loads).hasValue(1);
      assertThat(seen).hasSize(1);
      assertThat(cache.stats().misses()).isEqualTo(1);
      assertThat(cache.stats().hits()).isEqualTo(THREADS - 1);
    }
  }

  @Test
  void loadThatFails_failsItsCaller_andTheNextThreadLoads() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    IdCache<Task> cache = new IdCache<>(CachePolicy.DEFAULT, id -> {
      if (loads.incrementAndGet() == 1) {
        throw new IllegalStateException("first");
      }
      return new Task(id, 0);
    });
    AtomicInteger failed = new AtomicInteger();
    threads.run(thread -> {
      try {
        assertThat(cache.get(7)).isEqualTo(new Task(7, 0));
      } catch (IllegalStateException first) {
        failed.incrementAndGet();
      }
    });
    assertThat(failed).hasValue(1);
    assertThat(loads).hasValue(2);
  }

  @Test
  void reload_isSeenByEveryThreadAtOnce() throws Exception {
    AtomicLong version = new AtomicLong();
    IdCache<Task> cache = new IdCache<>(CachePolicy.DEFAULT, id -> new Task(id, version.get()));
    AtomicLong reloaded = new AtomicLong();
    threads.run(thread -> {
      for (int i = 0; i < 5_000; i++) {
        if (thread == 0) {
          version.incrementAndGet();
          reloaded.set(Objects.requireNonNull(cache.reload(7)).version());
        } else {
          long atLeast = reloaded.get();
          assertThat(Objects.requireNonNull(cache.get(7)).version())
              .isGreaterThanOrEqualTo(atLeast);
        }
      }
    });
  }

  @Test
  void changeDuringALoad_isNotHiddenByIt() throws Exception {
    AtomicLong version = new AtomicLong(1);
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    IdCache<Task> cache = new IdCache<>(CachePolicy.DEFAULT, id -> {
      Task task = new Task(id, version.get());
      if (loads.incrementAndGet() == 1) {
        read.countDown();
        await(changed); // what was read is stale when it is put
      }
      return task;
    });
    threads.run(thread -> {
      if (thread == 0) {
        assertThat(cache.get(7)).isEqualTo(new Task(7, 1));
      } else if (thread == 1) {
        await(read);
        version.set(2);
        changed.countDown();
        cache.invalidate(7);
        assertThat(cache.get(7)).isEqualTo(new Task(7, 2));
      }
    });
    assertThat(cache.get(7)).isEqualTo(new Task(7, 2));
  }

  @Test
  void manyThreadsAndKeys_seeTheRightTask_withinBounds() throws Exception {
    IdCache<Task> cache = new IdCache<>(new CachePolicy(300_000, 50), id -> new Task(id, 0));
    threads.run(thread -> {
      for (int i = 0; i < 20_000; i++) {
        long id = (i * 31L + thread) % 200;
        assertThat(Objects.requireNonNull(cache.get(id)).id()).isEqualTo(id);
      }
    });
    CacheStats stats = cache.stats();
    assertThat(stats.hits() + stats.misses()).isEqualTo(THREADS * 20_000);
    assertThat(stats.entries()).isLessThanOrEqualTo(50);
    assertThat(stats.misses() - stats.evictions()).isEqualTo(stats.entries());
  }

  @Test
  void loaderThatUsesItsOwnEntry_isRefused() {
    var cache = new Object() {
      final IdCache<String> self =
          new IdCache<>(CachePolicy.DEFAULT, id -> this.self.get(id) + "!");
    };
    assertThatThrownBy(() -> cache.self.get(1)).isInstanceOf(IllegalStateException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
