package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Shows for each {@link OracleFault} that cron-utils is wrong, and what is right. */
class OracleFaultTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  void specialDayInAList() {
    String lastOr15th = "0 0 0 L,15 * ?";
    assertThat(theirs(lastOr15th, "2026-01-16T00:00Z[UTC]"))
        .as("the last of January is passed over")
        .isEqualTo("2026-02-15T00:00Z[UTC]");
    assertThat(ours(lastOr15th, "2026-01-16T00:00Z[UTC]")).isEqualTo("2026-01-31T00:00Z[UTC]");

    String nearest = "0 0 0 15W,20 * ?";
    assertThat(theirs(nearest, "2026-02-01T00:00Z[UTC]"))
        .as("a Sunday, said to be a weekday")
        .isEqualTo("2026-02-15T00:00Z[UTC]");
    assertThat(ours(nearest, "2026-02-01T00:00Z[UTC]")).isEqualTo("2026-02-16T00:00Z[UTC]");
  }

  @Test
  void nearestWeekdayAtTheEndOfAMonth() {
    assertThat(theirs("0 0 0 31W * ?", "2026-05-01T00:00Z[UTC]"))
        .as("a Sunday, said to be a weekday")
        .isEqualTo("2026-05-31T00:00Z[UTC]");
    assertThat(ours("0 0 0 31W * ?", "2026-05-01T00:00Z[UTC]")).isEqualTo("2026-05-29T00:00Z[UTC]");
    assertThatThrownBy(() -> theirs("0 0 0 31W * ?", "2026-02-01T00:00Z[UTC]"))
        .isInstanceOf(DateTimeException.class);
    assertThat(ours("0 0 0 31W * ?", "2026-02-01T00:00Z[UTC]")).isEqualTo("2026-03-31T00:00Z[UTC]");
  }

  @Test
  void stepInARangeOverSunday() {
    CronUtils accepted = CronUtils.parse("0 0 0 ? * FRI-MON/2");
    assertThatThrownBy(() -> accepted.nextAfter(0, UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Collection is empty");
    assertThat(ours("0 0 0 ? * FRI-MON/2", "2026-01-02T00:00Z[UTC]"))
        .isEqualTo("2026-01-04T00:00Z[UTC]");
  }

  @Test
  void stepOfSevenInARange() {
    assertThatThrownBy(() -> CronUtils.parse("0 0 0 ? * MON-FRI/7"))
        .hasMessageContaining("Period 0 not in range");
    assertThat(ours("0 0 0 ? * MON-FRI/7", "2026-01-01T00:00Z[UTC]"))
        .isEqualTo("2026-01-05T00:00Z[UTC]");
  }

  @Test
  void matchPassedOverNearAChange() {
    // It goes from noon to the next noon, which is winter, and from there back to half past two.
    String nightly = "0 30 2 ? OCT SUNL";
    String first = "2026-10-25T02:30+02:00[Europe/Berlin]";
    assertThat(theirs(nightly, "2026-10-24T12:00+02:00[Europe/Berlin]"))
        .isEqualTo("2026-10-25T02:30+01:00[Europe/Berlin]");
    assertThat(theirs(nightly, "2026-10-25T02:29+02:00[Europe/Berlin]")).isEqualTo(first);
    assertThat(ours(nightly, "2026-10-24T12:00+02:00[Europe/Berlin]")).isEqualTo(first);

    // Clocks go from 2:00 to 2:30: it adds an hour to 1:45 and stands at 3:15.
    String often = "0 40 2,9 * * ?";
    String night = "2027-10-03T02:40+11:00[Australia/Lord_Howe]";
    assertThat(theirs(often, "2027-10-03T01:45+10:30[Australia/Lord_Howe]"))
        .isEqualTo("2027-10-03T09:40+11:00[Australia/Lord_Howe]");
    assertThat(theirs(often, "2027-10-03T02:35+11:00[Australia/Lord_Howe]")).isEqualTo(night);
    assertThat(ours(often, "2027-10-03T01:45+10:30[Australia/Lord_Howe]")).isEqualTo(night);
  }

  @Test
  void loneRepeatFromBetween() {
    String nightly = "0 30 2 * * *";
    String nextNight = "2026-10-26T02:30+01:00[Europe/Berlin]";
    assertThat(theirs(nightly, "2026-10-25T02:30+02:00[Europe/Berlin]")).isEqualTo(nextNight);
    assertThat(theirs(nightly, "2026-10-25T02:31+02:00[Europe/Berlin]"))
        .as("a later question has an earlier answer")
        .isEqualTo("2026-10-25T02:30+01:00[Europe/Berlin]");
    assertThat(ours(nightly, "2026-10-25T02:30+02:00[Europe/Berlin]")).isEqualTo(nextNight);
    assertThat(ours(nightly, "2026-10-25T02:31+02:00[Europe/Berlin]")).isEqualTo(nextNight);
  }

  private static String theirs(String text, String after) {
    ZonedDateTime start = ZonedDateTime.parse(after);
    long next = CronUtils.parse(text).nextAfter(start.toEpochSecond(), start.getZone());
    return CronTest.at(next, start.getZone());
  }

  private static String ours(String text, String after) {
    ZonedDateTime start = ZonedDateTime.parse(after);
    long next = Cron.parse(text, start.getZone()).nextAfter(start.toInstant().toEpochMilli());
    return CronTest.at(next, start.getZone());
  }
}
