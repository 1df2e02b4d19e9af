package dev.tare.scheduler.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationPolicyTest {
  @ParameterizedTest
  @CsvSource({"testing, 7, 1", "staging, 14, 3", "production, 30, 7"})
  void named_rotatesAfterItsInterval(String name, int intervalDays, int overlapDays) {
    RotationPolicy policy = RotationPolicy.named(name);
    assertThat(policy.name()).isEqualTo(name);
    assertThat(policy.rotates()).isTrue();
    assertThat(policy.interval()).isEqualTo(Duration.ofDays(intervalDays));
    assertThat(policy.overlap()).isEqualTo(Duration.ofDays(overlapDays));
  }

  @Test
  void development_neverRotatesByItself() {
    assertThat(RotationPolicy.named("development").rotates()).isFalse();
  }

  @Test
  void named_withAnUnknownName_listsTheKnownOnes() {
    assertThatThrownBy(() -> RotationPolicy.named("prod"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rotation policy is called \"prod\": use development, testing, staging or"
            + " production");
  }

  @Test
  void overlap_thatMoreKeysThanTheRingHoldsWouldServe_isRefused() {
    Duration day = Duration.ofDays(1);
    assertThat(new RotationPolicy("five", day, day.multipliedBy(5)).overlap())
        .isEqualTo(Duration.ofDays(5));
    assertThatThrownBy(() -> new RotationPolicy("six", day, day.multipliedBy(5).plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shorten the overlap or lengthen the interval");
  }

  @ParameterizedTest
  @CsvSource({"-PT1S, PT1S", "PT1S, -PT1S", "PT1S, PT0S"})
  void durations_withoutSense_areRefused(Duration interval, Duration overlap) {
    assertThatThrownBy(() -> new RotationPolicy("odd", interval, overlap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(interval.toString())
        .hasMessageContaining(overlap.toString());
  }
}
