package dev.tare.scheduler.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import org.junit.jupiter.api.Test;

class PoolAllocationTest {
  private final ObjectPool<StringBuilder> pool =
      new ObjectPool<>("builders", PoolPolicy.failing(4), new Recycler<>() {
        @Override
        public StringBuilder create() {
          return new StringBuilder(64);
        }

        @Override
        public boolean clear(StringBuilder builder) {
          builder.setLength(0);
          return true;
        }
      });

  @Test
  void cycleWithAHandleOfOnesOwn_allocatesNothing() {
    PoolHandle<StringBuilder> mine = pool.acquire();
    mine.close();
    assertThat(Allocated.bytesPerRound(1000, () -> {
          try (PoolHandle<StringBuilder> handle = pool.acquire(mine)) {
            handle.get().append('x');
          }
        }))
        .isZero();
    assertThat(pool.stats().created()).isEqualTo(1);
  }

  @Test
  void cycleWithANewHandle_allocatesTheHandleAtMost() {
    assertThat(Allocated.bytesPerCall(1000, () -> {
          try (PoolHandle<StringBuilder> handle = pool.acquire()) {
            handle.get().append('x');
          }
        }))
        .isLessThanOrEqualTo(48);
  }
}
