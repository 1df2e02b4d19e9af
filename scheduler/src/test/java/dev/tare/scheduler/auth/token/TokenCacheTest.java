package dev.tare.scheduler.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCacheTest {
  @TempDir
  Path directory;

  private TokenFixture fixture;
  private SignedTokens tokens;

  @BeforeEach
  void open() {
    fixture = new TokenFixture(directory);
    tokens = fixture.tokens;
  }

  @Test
  void repeatedVerification_givesTheSameInstance() {
    String token = fixture.issue();
    VerifiedToken first = tokens.verify(token);
    assertThat(tokens.verify(token)).isSameAs(first);
    assertThat(tokens.verify(token + "").subject()).isEqualTo("somebody");
    assertThat(tokens.cached()).isEqualTo(1);
  }

  @Test
  void entry_leavesTheCacheWhenItsTokenExpires() {
    tokens.verify(fixture.issue());
    fixture.clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(tokens.cached()).isEqualTo(1);
    // The cache's timer turns in steps of about a second; the refusal does not wait for it.
    fixture.clock.advance(Duration.ofSeconds(3));
    assertThat(tokens.cached()).isZero();
  }

  @Test
  void entry_isNotAnsweredOnceItsKeyRetired() {
    String token = tokens.issue(TokenRequest.of("weekly", Set.of(), Duration.ofDays(7)));
    fixture.ring.rotate();
    VerifiedToken seen = tokens.verify(token);
    assertThat(tokens.verify(token)).isSameAs(seen);
    String keyId = seen.keyId();
    fixture.clock.advance(Duration.ofDays(7).minusMillis(1));
    assertThat(tokens.verify(token)).isSameAs(seen);
    fixture.ring.revoke(keyId);
    fixture.assertRefused(Reason.UNKNOWN_KEY, token);
    assertThat(tokens.cached()).isZero();
  }

  @Test
  void entry_isNotAnsweredOnceItsKeyFellOutOfTheRing() {
    String token = fixture.issue();
    VerifiedToken seen = tokens.verify(token);
    for (int i = 0; i < KeyRing.MAX_PREVIOUS; i++) {
      fixture.ring.rotate();
      assertThat(tokens.verify(token)).isSameAs(seen);
    }
    fixture.ring.rotate();
    fixture.assertRefused(Reason.UNKNOWN_KEY, token);
    assertThat(tokens.cached()).isZero();
  }

  @Test
  void entry_isNotAnsweredForAnotherSecretUnderTheSameName() {
    SignedContent content =
        new TokenParser(fixture.ring, TokenFixture.ISSUER).verify(fixture.issue());
    KeyRing other = KeyRing.inMemory(RotationPolicy.PRODUCTION, fixture.clock);
    assertThat(content.isVouchedForBy(fixture.ring)).isTrue();
    assertThat(content.isVouchedForBy(other)).isFalse();
    assertThat(content.key().hasSecretOf(other.current())).isFalse();
  }

  @Test
  void refusedToken_isNotRemembered() {
    String token = fixture.issue();
    fixture.assertRefused(Reason.MALFORMED, "x" + token);
    fixture.clock.advance(Duration.ofHours(2));
    fixture.assertRefused(Reason.EXPIRED, token);
    assertThat(tokens.cached()).isZero();
  }

  @Test
  void cache_isBounded_andWhatFellOutVerifiesAgain() {
    SignedTokens few = new SignedTokens(fixture.ring, TokenFixture.ISSUER, fixture.clock, 10);
    List<String> issued = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      issued.add(fixture.issue());
      few.verify(issued.get(i));
      assertThat(few.cached()).isLessThanOrEqualTo(10);
    }
    for (String token : issued) {
      assertThat(few.verify(token).subject()).isEqualTo("somebody");
    }
  }

  @Test
  void cacheOfZero_verifiesInFullEveryTime() {
    SignedTokens none = new SignedTokens(fixture.ring, TokenFixture.ISSUER, fixture.clock, 0);
    String token = fixture.issue();
    assertThat(none.verify(token)).isEqualTo(none.verify(token)).isNotSameAs(none.verify(token));
    assertThat(none.cached()).isZero();
  }

  @Test
  void digest_tellsTokensApart_andIsLentUntilTheNextCall() {
    Set<TokenDigest> digests = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(digests.add(digest("token-" + i).copy())).isTrue();
    }
    assertThat(digests).contains(digest("token-7")).doesNotContain(digest("token-1000"));
    TokenDigest lent = digest("a");
    TokenDigest kept = lent.copy();
    assertThat(digest("b")).isSameAs(lent).isNotEqualTo(kept);
    assertThat(digest("a")).isEqualTo(kept).hasSameHashCodeAs(kept);
  }

  @Test
  void entries_leaveEachAtItsOwnExpiry() {
    ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");
    KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
    SignedTokens many = new SignedTokens(ring, "i", clock);
    for (int i = 1; i <= 50; i++) {
      many.verify(many.issue(TokenRequest.of("s", Set.of(), Duration.ofMinutes(i))));
    }
    clock.advance(Duration.ofMinutes(25).plusSeconds(3));
    assertThat(many.cached()).isEqualTo(25);
  }

  private static TokenDigest digest(String token) {
    return Objects.requireNonNull(TokenDigest.of(token, 0, token.length()));
  }
}
