package dev.tare.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.StorageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigCacheTest {

  /** What the cache loads, and how often it did. */
  private final Map<String, Setting> source = new HashMap<>();

  private final AtomicLong nanos = new AtomicLong();
  private final ConfigCache<String, Setting> cache =
      new ConfigCache<>(CachePolicy.DEFAULT, this::load, nanos::get);
  private int loads;
  private @Nullable RuntimeException fault;

  private record Setting(String text) {}

  private @Nullable Setting load(String key) {
    loads++;
    if (fault != null) {
      throw fault;
    }
    return source.get(key);
  }

  @Test
  void hit_isTheSameInstance() {
    source.put("a", new Setting("one"));
    Setting first = cache.get("a");
    source.put("a", new Setting("two"));
    assertThat(cache.get("a")).isSameAs(first).isEqualTo(new Setting("one"));
    assertThat(loads).isEqualTo(1);
  }

  @Test
  void entry_livesForThreeHundredSecondsFromItsLoad_howeverOftenItIsRead() {
    source.put("a", new Setting("one"));
    Setting first = cache.get("a");
    source.put("a", new Setting("two"));
    for (int second = 0; second < 299; second++) {
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      assertThat(cache.get("a")).isSameAs(first);
    }
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1) - 1);
    assertThat(cache.get("a")).isSameAs(first);
    nanos.addAndGet(1);
    assertThat(cache.get("a")).isEqualTo(new Setting("two"));
    assertThat(cache.stats().evictions()).isEqualTo(1);
  }

  @Test
  void entriesBeyondAHundred_areEvicted_andLoadAgain() {
    for (int i = 0; i < 1000; i++) {
      source.put("k" + i, new Setting("v" + i));
      assertThat(cache.get("k" + i)).isEqualTo(new Setting("v" + i));
      assertThat(cache.stats().entries()).isLessThanOrEqualTo(100);
    }
    assertThat(cache.stats().evictions()).isEqualTo(900);
    for (int i = 0; i < 1000; i++) {
      assertThat(cache.get("k" + i)).isEqualTo(new Setting("v" + i));
    }
  }

  @Test
  void entryInConstantUse_outlivesAnyNumberOfEntriesUsedOnce() {
    source.put("hot", new Setting("hot"));
    Setting hot = cache.get("hot");
    for (int i = 0; i < 10_000; i++) {
      source.put("k" + i, new Setting("cold"));
      cache.get("k" + i);
      assertThat(cache.get("hot")).isSameAs(hot);
    }
  }

  @Test
  void stats_countHitsMissesAndFailedLoads() {
    source.put("a", new Setting("one"));
    cache.get("a");
    cache.get("a");
    cache.get("a");
    cache.get("absent");
    assertThat(cache.stats()).isEqualTo(new CacheStats(2, 2, 0, 1, 1));
  }

  @Test
  void absentValue_isNull_andIsNotRemembered() {
    assertThat(cache.get("a")).isNull();
    source.put("a", new Setting("one"));
    assertThat(cache.get("a")).isEqualTo(new Setting("one"));
  }

  @Test
  void failedLoad_reachesTheCallerAsItIs_andIsNotRemembered() {
    source.put("a", new Setting("one"));
    StorageException down = new StorageException("down", true, new IllegalStateException());
    fault = down;
    assertThatThrownBy(() -> cache.get("a")).isSameAs(down);
    fault = null;
    assertThat(cache.get("a")).isEqualTo(new Setting("one"));
    assertThat(cache.stats().failedLoads()).isEqualTo(1);
  }

  @Test
  void reload_replacesTheEntry_andStartsItsAgeAnew() {
    source.put("a", new Setting("one"));
    cache.get("a");
    source.put("a", new Setting("two"));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(299));
    Setting fresh = cache.reload("a");
    assertThat(fresh).isEqualTo(new Setting("two"));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(299));
    assertThat(cache.get("a")).isSameAs(fresh);
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void reloadThatFails_keepsTheEntry() {
    source.put("a", new Setting("one"));
    Setting before = cache.get("a");
    fault = new StorageException("down", true, new IllegalStateException());
    assertThatThrownBy(() -> cache.reload("a")).isSameAs(fault);
    assertThat(cache.get("a")).isSameAs(before);
  }

  @Test
  void reloadThatFindsNothing_removesTheEntry() {
    source.put("a", new Setting("one"));
    cache.get("a");
    source.remove("a");
    assertThat(cache.reload("a")).isNull();
    assertThat(cache.get("a")).isNull();
    assertThat(cache.stats().entries()).isZero();
  }

  @Test
  void reloadOfAnAbsentEntry_loadsIt() {
    source.put("a", new Setting("one"));
    Setting loaded = cache.reload("a");
    assertThat(cache.get("a")).isSameAs(loaded);
    assertThat(loads).isEqualTo(1);
  }

  @Test
  void invalidatedEntries_loadAgain() {
    source.put("a", new Setting("a1"));
    source.put("b", new Setting("b1"));
    cache.get("a");
    Setting other = cache.get("b");
    source.put("a", new Setting("a2"));
    source.put("b", new Setting("b2"));
    cache.invalidate("a");
    assertThat(cache.get("a")).isEqualTo(new Setting("a2"));
    assertThat(cache.get("b")).isSameAs(other);
    cache.invalidateAll();
    assertThat(Objects.requireNonNull(cache.get("b")).text()).isEqualTo("b2");
  }

  @Test
  void policy_refusesACacheOfNothing() {
    assertThatThrownBy(() -> new CachePolicy(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CachePolicy(1, 0))
        .hasMessage("a cache keeps 1 entry or more for 1 ms or more, not 0 for 1 ms");
  }
}
