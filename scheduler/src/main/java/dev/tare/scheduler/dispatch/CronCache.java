package dev.tare.scheduler.dispatch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tare.scheduler.cron.Cron;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Schedules in one time zone, each parsed once: kept by their text, so that tasks share them and a
 * task that changes needs nothing to be dropped. Bounded. Safe to call from any thread.
 */
public final class CronCache {
  private static final int MOST = 10_000;

  private final ZoneId zone;
  private final LoadingCache<String, Cron> parsed;

  /** Schedules whose fields are local times of a zone. */
  public CronCache(ZoneId zone) {
    this.zone = zone;
    this.parsed = Caffeine.newBuilder()
        .maximumSize(MOST)
        .executor(Runnable::run) // eviction is cheap, and needs no other thread
        .build(text -> Cron.parse(text, zone));
  }

  /** Schedules whose fields are UTC. */
  public static CronCache utc() {
    return new CronCache(ZoneOffset.UTC);
  }

  /** Whose local times the fields are. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * When a schedule is due next, as the task table says it.
   *
   * @param cron cron text with seconds
   * @param after epoch milliseconds; this very instant does not count
   * @return epoch milliseconds, or 0 for never
   * @throws dev.tare.scheduler.error.ValidationException if the text can not be read
   */
  public long nextDueAt(String cron, long after) {
    long next = parsed.get(cron).nextAfter(after);
    return next == Cron.NONE ? 0 : next;
  }
}
