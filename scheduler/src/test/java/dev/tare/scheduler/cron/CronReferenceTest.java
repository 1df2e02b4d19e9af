package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What cron-utils can not judge: the whole dialect against a second-by-second reading of it. */
class CronReferenceTest {
  private static final long SEED = 4_711;
  private static final int EXPRESSIONS = 600;
  private static final long LOOK_AHEAD_SECONDS = 60L * 24 * 3600;

  @Test
  void nextAfter_isWhatTheWallClockShows() {
    SplittableRandom random = new SplittableRandom(SEED);
    int found = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomCron expression = RandomCron.next(random);
      Zone zone = Zone.next(random);
      Cron cron = Cron.parse(expression.text(), zone.id());
      SlowCron slow = new SlowCron(expression, zone.id());
      for (int k = 0; k < 3; k++) {
        long second = zone.nextSecond(random);
        long end = second + LOOK_AHEAD_SECONDS;
        long next = cron.nextAfter(second * 1000);
        long expected = slow.nextAfter(second, end);
        long seen = next >= end * 1000 ? Cron.NONE : next / 1000;
        assertThat(seen)
            .as(
                "seed %s, \"%s\" in %s after %s",
                SEED, expression.text(), zone.id(), Instant.ofEpochSecond(second))
            .isEqualTo(expected);
        found += expected == Cron.NONE ? 0 : 1;
      }
    }
    assertThat(found).isGreaterThan(EXPRESSIONS);
  }

  @Test
  void dates_areThoseOfTheCalendar_onEveryDayUpToTheHorizon() {
    long last = LocalDate.of(2200, 1, 1).toEpochDay();
    for (long day = 0; day <= last; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      int ours = Dates.ofEpochDay(day);
      assertThat(Dates.year(ours) * 10_000 + Dates.month(ours) * 100 + Dates.day(ours))
          .isEqualTo(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
      assertThat(Dates.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
          .isEqualTo(day);
      assertThat(Dates.lengthOfMonth(date.getYear(), date.getMonthValue()))
          .isEqualTo(date.lengthOfMonth());
    }
  }

  @Test
  void offsets_areThoseOfTheZone_inEveryHourUpToTheHorizon() {
    for (Zone zone : Zone.ALL) {
      checkOffsets(zone.id());
    }
    checkOffsets(ZoneId.of("Africa/Casablanca"));
  }

  private static void checkOffsets(ZoneId zone) {
    ZoneOffsets offsets = ZoneOffsets.of(zone);
    for (long second = 0; second < ZoneOffsets.HORIZON_SECONDS; second += 47 * 3600 + 1799) {
      int segment = offsets.segmentAt(second);
      assertThat(offsets.offsetSeconds(segment))
          .isEqualTo(zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds());
    }
  }
}
