package dev.tare.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CacheAllocationTest {

  @Test
  void hitById_allocatesNothing() {
    IdCache<String> cache = new IdCache<>(CachePolicy.DEFAULT, id -> "task " + id);
    long[] next = {0};
    cache.get(1);
    assertThat(Allocated.bytesPerRound(10_000, () -> {
          long id = 1_000_000 + next[0]++ % 64; // beyond what the JDK keeps boxed
          Objects.requireNonNull(cache.get(id));
        }))
        .isZero();
    assertThat(cache.stats().misses()).isEqualTo(65);
  }

  @Test
  void hitByKey_allocatesNothing() {
    ConfigCache<String, String> cache = new ConfigCache<>(CachePolicy.DEFAULT, key -> key + "!");
    assertThat(Allocated.bytesPerRound(10_000, () -> Objects.requireNonNull(cache.get("a"))))
        .isZero();
  }
}
