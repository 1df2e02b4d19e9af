package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronAllocationTest {
  private long instant;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/10 * * * * *",
        "0 0/15 9-17 * * MON-FRI",
        "0 30 2 * * *",
        "0 0 0 L,15W * MON#2,FRIL",
        "0 0 0 29 2 *",
        "0 0 0 30 2 *"
      })
  void nextAfter_allocatesNothing_alsoOverChangesOfClocks(String text) {
    Cron cron = Cron.parse(text, ZoneId.of("Europe/Berlin"));
    long start = Instant.parse("2026-10-24T00:00:00Z").toEpochMilli();
    instant = start;
    assertThat(Allocated.bytesPerCall(1000, () -> {
          long next = cron.nextAfter(instant);
          instant = next == Cron.NONE ? start : next;
        }))
        .isZero();
  }

  @Test
  void nextAfter_allocatesNothing_inAZoneWithoutChanges() {
    Cron cron = Cron.parse("* * * * * *", ZoneId.of("UTC"));
    assertThat(Allocated.bytesPerCall(1000, () -> instant = cron.nextAfter(instant)))
        .isZero();
  }
}
