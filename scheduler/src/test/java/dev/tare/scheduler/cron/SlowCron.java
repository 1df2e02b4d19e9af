package dev.tare.scheduler.cron;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What {@link Cron} says in its Javadoc, in the slowest and plainest way: goes through the seconds
 * and looks at the wall clock. Leaves out only quarters of an hour whose date or hour does not
 * match; the zones of these tests change their clocks between quarters.
 */
record SlowCron(RandomCron cron, ZoneId zone) {
  private static final int QUARTER = 15 * 60;

  /** In epoch seconds; {@link Cron#NONE} if there is none before {@code end}. */
  long nextAfter(long second, long end) {
    long match = firstMatch(second + 1, end);
    return match != Cron.NONE && isLoneRepeat(match) ? firstMatch(match + 1, end) : match;
  }

  private boolean isLoneRepeat(long second) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallClock(second));
    if (offsets.size() < 2
        || !zone.getRules().getOffset(Instant.ofEpochSecond(second)).equals(offsets.get(1))) {
      return false;
    }
    long change =
        zone.getRules().previousTransition(Instant.ofEpochSecond(second + 1)).toEpochSecond();
    return firstMatch(change, second) == Cron.NONE
        && firstMatch(second + 1, second + 2 * 3600) == Cron.NONE;
  }

  private long firstMatch(long from, long end) {
    for (long at = from; at < end; ) {
      LocalDateTime local = wallClock(at);
      long nextQuarter = (at / QUARTER + 1) * QUARTER;
      if (isNear(local)) {
        for (; at < Math.min(nextQuarter, end); at++) {
          LocalDateTime exact = wallClock(at);
          if (cron.minutes().get(exact.getMinute()) && cron.seconds().get(exact.getSecond())) {
            return at;
          }
        }
      }
      at = nextQuarter;
    }
    return Cron.NONE;
  }

  private boolean isNear(LocalDateTime local) {
    return cron.hours().get(local.getHour())
        && cron.months().get(local.getMonthValue())
        && cron.day().test(local.toLocalDate());
  }

  private LocalDateTime wallClock(long second) {
    return LocalDateTime.ofEpochSecond(
        second, 0, zone.getRules().getOffset(Instant.ofEpochSecond(second)));
  }
}
