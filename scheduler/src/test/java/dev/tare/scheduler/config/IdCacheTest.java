package dev.tare.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdCacheTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Long> loaded = new ArrayList<>();

  @Test
  void ids_areToldApart_overTheWholeRange() {
    IdCache<String> cache = cache(id -> "task " + id);
    long[] ids = {0, 1, -1, 127, 128, 1L << 32, (1L << 32) + 1, Long.MAX_VALUE, Long.MIN_VALUE};
    for (long id : ids) {
      assertThat(cache.get(id)).isEqualTo("task " + id);
    }
    for (long id : ids) {
      assertThat(cache.get(id)).isEqualTo("task " + id);
    }
    assertThat(loaded).hasSize(ids.length);
    assertThat(cache.stats()).isEqualTo(new CacheStats(ids.length, ids.length, 0, 0, ids.length));
  }

  @Test
  void keyOfALookUp_isNeverKept() {
    IdCache<String> cache = cache(id -> "task " + id);
    for (long id = 0; id < 50; id++) {
      cache.get(id);
      cache.get(1_000_000 + id); // the thread's key object is another id now
      assertThat(cache.get(id)).isEqualTo("task " + id);
    }
    assertThat(loaded).hasSize(100);
  }

  @Test
  void reloadAndInvalidate_workById() {
    Map<Long, String> source = new HashMap<>(Map.of(1L, "a", 2L, "b"));
    IdCache<String> cache = cache(source::get);
    cache.get(1);
    cache.get(2);
    source.put(1L, "a2");
    source.put(2L, "b2");
    assertThat(cache.reload(1)).isEqualTo("a2");
    assertThat(cache.get(1)).isEqualTo("a2");
    assertThat(cache.get(2)).isEqualTo("b");
    cache.invalidate(2);
    assertThat(cache.get(2)).isEqualTo("b2");
    source.remove(1L);
    cache.invalidateAll();
    assertThat(cache.get(1)).isNull();
  }

  /**
   * Against the obvious: a map of what was loaded when. Size is not reached, so nothing else goes.
   */
  @Test
  void randomUse_isThatOfAMapWithAges() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<Long, String> source = new HashMap<>();
    Map<Long, Long> loadedAt = new HashMap<>();
    Map<Long, String> expected = new HashMap<>();
    IdCache<String> cache = cache(source::get);
    for (int step = 0; step < 20_000; step++) {
      long id = random.nextInt(60) * 0x9E37_79B9_7F4A_7C15L;
      switch (random.nextInt(12)) {
        case 0 -> source.put(id, "v" + step);
        case 1 -> source.remove(id);
        case 2 -> {
          cache.invalidate(id);
          expected.remove(id);
        }
        case 3 -> {
          expect(expected, loadedAt, id, source.get(id));
          assertThat(cache.reload(id)).as("seed %s", seed).isEqualTo(source.get(id));
        }
        case 4 -> nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(random.nextInt(100_000)));
        default -> {
          if (!expected.containsKey(id)
              || nanos.get() - loadedAt.getOrDefault(id, 0L) >= TimeUnit.SECONDS.toNanos(300)) {
            expect(expected, loadedAt, id, source.get(id));
          }
          assertThat(cache.get(id)).as("seed %s, step %s", seed, step).isEqualTo(expected.get(id));
        }
      }
    }
  }

  private void expect(
      Map<Long, String> expected, Map<Long, Long> loadedAt, long id, @Nullable String value) {
    if (value == null) {
      expected.remove(id);
    } else {
      expected.put(id, value);
      loadedAt.put(id, nanos.get());
    }
  }

  private interface Source {
    @Nullable
    String of(long id);
  }

  private IdCache<String> cache(Source source) {
    return new IdCache<>(
        CachePolicy.DEFAULT,
        id -> {
          loaded.add(id);
          return source.of(id);
        },
        nanos::get);
  }
}
