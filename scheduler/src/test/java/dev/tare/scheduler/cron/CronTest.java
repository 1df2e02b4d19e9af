package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
  private static final Pattern COMMA = Pattern.compile(", ");
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/10 * * * * * | 2026-01-01T00:00:10Z, 2026-01-01T00:00:20Z, 2026-01-01T00:00:30Z",
        "0 0/30 8-9 * * * | 2026-01-01T08:00Z, 2026-01-01T08:30Z, 2026-01-01T09:00Z",
        "5,15 30 6 * * ? | 2026-01-01T06:30:05Z, 2026-01-01T06:30:15Z, 2026-01-02T06:30:05Z",
        "0 0 9-17/4 * * MON-FRI | 2026-01-01T09:00Z, 2026-01-01T13:00Z, 2026-01-01T17:00Z",
        "0 0 0 L * ? | 2026-01-31T00:00Z, 2026-02-28T00:00Z, 2026-03-31T00:00Z",
        "0 0 0 L-3 * ? | 2026-01-28T00:00Z, 2026-02-25T00:00Z, 2026-03-28T00:00Z",
        "0 0 0 LW * ? | 2026-01-30T00:00Z, 2026-02-27T00:00Z, 2026-03-31T00:00Z",
        "0 0 0 1W * ? | 2026-02-02T00:00Z, 2026-03-02T00:00Z, 2026-04-01T00:00Z",
        "0 0 0 ? * FRIL | 2026-01-30T00:00Z, 2026-02-27T00:00Z, 2026-03-27T00:00Z",
        "0 0 0 ? * 5#2 | 2026-01-09T00:00Z, 2026-02-13T00:00Z, 2026-03-13T00:00Z",
        "0 0 0 ? * MON#5 | 2026-03-30T00:00Z, 2026-06-29T00:00Z, 2026-08-31T00:00Z",
        "0 0 0 ? * SAT-MON | 2026-01-03T00:00Z, 2026-01-04T00:00Z, 2026-01-05T00:00Z",
        "0 0 0 ? * 0 | 2026-01-04T00:00Z, 2026-01-11T00:00Z, 2026-01-18T00:00Z",
        "0 0 0 ? * 7 | 2026-01-04T00:00Z, 2026-01-11T00:00Z, 2026-01-18T00:00Z",
        "0 0 0 13 * FRI | 2026-02-13T00:00Z, 2026-03-13T00:00Z, 2026-11-13T00:00Z",
        "0 0 0 29 FEB * | 2028-02-29T00:00Z, 2032-02-29T00:00Z, 2036-02-29T00:00Z",
        "0 0 0 1,L jan,MAR/6 * | 2026-01-31T00:00Z, 2026-03-01T00:00Z, 2026-03-31T00:00Z",
        "  0  0 0\t? * ?  | 2026-01-02T00:00Z, 2026-01-03T00:00Z, 2026-01-04T00:00Z",
        "@hourly | 2026-01-01T01:00Z, 2026-01-01T02:00Z, 2026-01-01T03:00Z",
        "@midnight | 2026-01-02T00:00Z, 2026-01-03T00:00Z, 2026-01-04T00:00Z",
        "@Daily | 2026-01-02T00:00Z, 2026-01-03T00:00Z, 2026-01-04T00:00Z",
        "@weekly | 2026-01-04T00:00Z, 2026-01-11T00:00Z, 2026-01-18T00:00Z",
        "@monthly | 2026-02-01T00:00Z, 2026-03-01T00:00Z, 2026-04-01T00:00Z",
        "@yearly | 2027-01-01T00:00Z, 2028-01-01T00:00Z, 2029-01-01T00:00Z",
        "@annually | 2027-01-01T00:00Z, 2028-01-01T00:00Z, 2029-01-01T00:00Z"
      })
  void expression_matchesWhatItSays(String text, String instants) {
    List<String> expected = COMMA
        .splitAsStream(instants)
        .map(instant -> ZonedDateTime.parse(instant).withZoneSameInstant(UTC).toString())
        .toList();
    assertThat(next(3, text, "2026-01-01T00:00Z[UTC]")).isEqualTo(expected);
  }

  @Test
  void instant_insideASecond_hasTheNextWholeOne() {
    Cron cron = Cron.parse("* * * * * *", UTC);
    assertThat(cron.nextAfter(4_999)).isEqualTo(5_000);
    assertThat(cron.nextAfter(5_000)).isEqualTo(6_000);
    assertThat(cron.nextAfter(5_001)).isEqualTo(6_000);
  }

  @Test
  void instant_beforeTheFirstYearOrPastTheLast_hasNoStrangeAnswer() {
    Cron cron = Cron.parse("* * * * * *", UTC);
    assertThat(cron.nextAfter(Long.MIN_VALUE)).isZero();
    assertThat(cron.nextAfter(-1)).isZero();
    assertThat(cron.nextAfter(Long.MAX_VALUE)).isEqualTo(Cron.NONE);
    assertThat(cron.nextAfter(Cron.NONE)).isEqualTo(Cron.NONE);
    long last = ZoneOffsets.HORIZON_SECONDS * 1000 - 1000;
    assertThat(cron.nextAfter(last - 1)).isEqualTo(last);
    assertThat(cron.nextAfter(last)).isEqualTo(Cron.NONE);
  }

  @Test
  void dayThatNeverComes_isNone() {
    assertThat(Cron.parse("0 0 0 30 2 ?", UTC).nextAfter(0)).isEqualTo(Cron.NONE);
    assertThat(Cron.parse("0 0 0 L-30 2 ?", UTC).nextAfter(0)).isEqualTo(Cron.NONE);
  }

  @Test
  void clocksGoForward_aSkippedTimeDoesNotCome() {
    assertThat(next(2, "0 30 2 * * *", "2026-03-28T12:00+01:00[Europe/Berlin]"))
        .containsExactly(
            "2026-03-30T02:30+02:00[Europe/Berlin]", "2026-03-31T02:30+02:00[Europe/Berlin]");
    assertThat(next(3, "0 0/30 * * * *", "2026-03-29T01:00+01:00[Europe/Berlin]"))
        .containsExactly(
            "2026-03-29T01:30+01:00[Europe/Berlin]",
            "2026-03-29T03:00+02:00[Europe/Berlin]",
            "2026-03-29T03:30+02:00[Europe/Berlin]");
  }

  @Test
  void clocksGoBack_aNightlyRunRunsOnce_andAFrequentOneKeepsItsPace() {
    assertThat(next(2, "0 30 2 * * *", "2026-10-24T12:00+02:00[Europe/Berlin]"))
        .containsExactly(
            "2026-10-25T02:30+02:00[Europe/Berlin]", "2026-10-26T02:30+01:00[Europe/Berlin]");
    assertThat(next(4, "0 0/30 * * * *", "2026-10-25T02:00+02:00[Europe/Berlin]"))
        .containsExactly(
            "2026-10-25T02:30+02:00[Europe/Berlin]",
            "2026-10-25T02:00+01:00[Europe/Berlin]",
            "2026-10-25T02:30+01:00[Europe/Berlin]",
            "2026-10-25T03:00+01:00[Europe/Berlin]");
  }

  @Test
  void zone_withoutChanges_isAnOffset() {
    assertThat(next(1, "0 0 12 * * *", "2026-07-01T00:00+05:30"))
        .containsExactly("2026-07-01T12:00+05:30");
  }

  @Test
  void text_isKeptAsItWasWritten() {
    assertThat(Cron.parse(" @daily", UTC).text()).isEqualTo(" @daily");
    assertThat(Cron.parse(" @daily", UTC)).hasToString(" @daily");
  }

  private static List<String> next(int count, String text, String after) {
    ZonedDateTime start = ZonedDateTime.parse(after);
    Cron cron = Cron.parse(text, start.getZone());
    List<String> found = new ArrayList<>();
    long instant = start.toInstant().toEpochMilli();
    for (int i = 0; i < count; i++) {
      instant = cron.nextAfter(instant);
      found.add(at(instant, start.getZone()));
    }
    return found;
  }

  static String at(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toString();
  }
}
