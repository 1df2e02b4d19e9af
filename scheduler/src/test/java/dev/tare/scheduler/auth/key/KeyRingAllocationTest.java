package dev.tare.scheduler.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyRingAllocationTest {
  private final KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, Clock.systemUTC());

  @Test
  void readingTheCurrentKey_allocatesNothing() {
    assertThat(Allocated.bytesPerCall(1000, () -> Objects.requireNonNull(ring.current())))
        .isZero();
  }

  @Test
  void findingAKey_allocatesNothing_whereverItStandsInTheRing() {
    String oldest = ring.current().id();
    for (int i = 0; i < KeyRing.MAX_PREVIOUS; i++) {
      ring.rotate();
    }
    assertThat(Allocated.bytesPerCall(1000, () -> Objects.requireNonNull(ring.find(oldest))))
        .isZero();
  }
}
