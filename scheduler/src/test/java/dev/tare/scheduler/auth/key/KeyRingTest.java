package dev.tare.scheduler.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.auth.key.KeyRingStatus.PreviousKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private final ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");
  private final KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);

  @Test
  void key_hasSixtyFourRandomBytesAndItsOwnName() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      SigningKey key = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock).current();
      assertThat(key.secret()).hasSize(64);
      assertThat(key.hasSecretOf(ring.current())).isFalse();
      assertThat(names.add(key.id())).isTrue();
    }
  }

  @Test
  void current_staysTheSameUntilItsInterval_thenIsReplacedByWhoAsksFirst() {
    SigningKey first = ring.current();
    clock.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(ring.current()).isSameAs(first);
    clock.advance(Duration.ofMillis(1));
    SigningKey second = ring.current();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.createdAt()).isEqualTo(clock.instant());
    assertThat(ring.current()).isSameAs(second);
  }

  @Test
  void replacedKey_verifiesForTheOverlapAndNotLonger() {
    String first = ring.current().id();
    clock.advance(Duration.ofDays(30));
    assertThat(ring.current().id()).isNotEqualTo(first);
    clock.advance(Duration.ofDays(7).minusMillis(1));
    assertThat(ring.find(first)).isNotNull();
    clock.advance(Duration.ofMillis(1));
    assertThat(ring.find(first)).isNull();
    assertThat(ring.status().previous()).isEmpty();
  }

  @Test
  void find_alone_rotatesToo() {
    String first = ring.current().id();
    clock.advance(Duration.ofDays(30));
    assertThat(ring.find(first)).isNotNull();
    assertThat(ring.status().previous()).extracting(PreviousKey::keyId).containsExactly(first);
  }

  @Test
  void development_keepsItsKeyForEver_andRotatesOnRequest() {
    KeyRing development = KeyRing.inMemory(RotationPolicy.DEVELOPMENT, clock);
    SigningKey first = development.current();
    clock.advance(Duration.ofDays(10_000));
    assertThat(development.current()).isSameAs(first);
    assertThat(development.status().nextRotationAt()).isNull();
    development.rotate();
    assertThat(development.current().id()).isNotEqualTo(first.id());
    clock.advance(Duration.ofDays(1).minusMillis(1));
    assertThat(development.find(first.id())).isNotNull();
    clock.advance(Duration.ofMillis(1));
    assertThat(development.find(first.id())).isNull();
  }

  @Test
  void rotate_onRequest_keepsFivePreviousKeysNewestFirst() {
    String[] ids = new String[8];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = ring.current().id();
      ring.rotate();
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(ring.status().previous())
        .extracting(PreviousKey::keyId)
        .containsExactly(ids[7], ids[6], ids[5], ids[4], ids[3]);
    assertThat(ring.find(ids[2])).isNull();
  }

  @Test
  void overlap_isNeverShortenedByTheWholeSecondsOfTheFile() {
    clock.advance(Duration.ofMillis(1));
    String first = ring.current().id();
    ring.rotate();
    clock.advance(Duration.ofDays(7).minusMillis(1));
    assertThat(ring.find(first)).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.find(first)).isNull();
  }

  @Test
  void revoke_ofAPreviousKey_endsItAtOnce() {
    String first = ring.current().id();
    ring.rotate();
    String second = ring.current().id();
    ring.revoke(first);
    assertThat(ring.find(first)).isNull();
    assertThat(ring.current().id()).isEqualTo(second);
  }

  @Test
  void revoke_ofTheCurrentKey_replacesItWithoutOverlap() {
    String first = ring.current().id();
    assertThat(ring.revoke(first).previous()).isEmpty();
    assertThat(ring.current().id()).isNotEqualTo(first);
    assertThat(ring.find(first)).isNull();
  }

  @Test
  void revoke_ofAnUnknownKey_changesNothing() {
    SigningKey first = ring.current();
    assertThatThrownBy(() -> ring.revoke("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its status lists the ids");
    assertThat(ring.current()).isSameAs(first);
  }

  @Test
  void status_tellsNamesAndTimes() {
    Instant start = clock.instant();
    String first = ring.current().id();
    clock.advance(Duration.ofDays(2));
    KeyRingStatus status = ring.rotate();
    assertThat(status).isEqualTo(ring.status());
    assertThat(status.policy()).isEqualTo("production");
    assertThat(status.currentKeyId()).isEqualTo(ring.current().id());
    assertThat(status.createdAt()).isEqualTo(clock.instant());
    assertThat(status.nextRotationAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    assertThat(status.previous())
        .containsExactly(new PreviousKey(first, start, clock.instant().plus(Duration.ofDays(7))));
  }

  @Test
  void clock_thatJumpsOverSeveralIntervals_rotatesOnce() {
    String first = ring.current().id();
    clock.advance(Duration.ofDays(300));
    ring.current();
    assertThat(ring.status().previous()).extracting(PreviousKey::keyId).containsExactly(first);
  }
}
