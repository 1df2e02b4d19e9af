package dev.tare.scheduler.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.retry.RetryPolicy;
import org.junit.jupiter.api.Test;

class DispatchSettingsTest {

  @Test
  void valueOutOfRange_isRefusedByName() {
    assertThatThrownBy(() -> DispatchSettings.DEFAULT.withBatch(0))
        .isInstanceOf(ValidationException.class)
        .hasMessage("a dispatcher's batch is 0: use 1 to 5000");
    assertThatThrownBy(() -> DispatchSettings.DEFAULT.withScanMillis(86_400_001))
        .hasMessageContaining("scanMillis");
    assertThatThrownBy(() -> DispatchSettings.DEFAULT.withRetentionDays(-1))
        .hasMessageContaining("retentionDays");
  }

  @Test
  void change_leavesTheRest() {
    RetryPolicy backoff = new RetryPolicy(1, 2, 0);
    DispatchSettings changed = DispatchSettings.DEFAULT
        .withScanMillis(1)
        .withBatch(2)
        .withRetentionDays(3)
        .withBackoff(backoff);

    assertThat(changed)
        .isEqualTo(
            new DispatchSettings(1, 2, 15_000, 90_000, 60_000, 60_000, 10, 3, backoff, 5000));
  }
}
