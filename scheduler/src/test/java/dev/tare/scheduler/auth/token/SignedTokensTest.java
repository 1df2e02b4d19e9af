package dev.tare.scheduler.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedTokensTest {
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
  void verify_givesBackWhatWasIssued() {
    Instant now = fixture.clock.instant();
    VerifiedToken token = tokens.verify(fixture.issue());
    assertThat(token.subject()).isEqualTo("somebody");
    assertThat(token.scopes()).containsExactlyInAnyOrder("tasks:read", "tasks:write");
    assertThat(token.allows("tasks:write")).isTrue();
    assertThat(token.allows("tasks")).isFalse();
    assertThat(token.tokenId()).isNotBlank();
    assertThat(token.keyId()).isEqualTo(fixture.ring.current().id());
    assertThat(token.issuedAtMillis()).isEqualTo(now.toEpochMilli());
    assertThat(token.expiresAtMillis()).isEqualTo(now.plusSeconds(3600).toEpochMilli());
  }

  @Test
  void token_isAnRfc7519OneUnderHs256ThatNamesItsKey() throws ParseException {
    SignedJWT token = SignedJWT.parse(fixture.issue());
    assertThat(token.getHeader().toJSONObject())
        .containsEntry("alg", "HS256")
        .containsEntry("typ", "JWT")
        .containsEntry("kid", fixture.ring.current().id())
        .hasSize(3);
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(TokenFixture.ISSUER);
    assertThat(new HashSet<>(Arrays.asList(claims.getStringClaim("scope").split(" "))))
        .containsExactlyInAnyOrder("tasks:read", "tasks:write");
  }

  @Test
  void tokens_ofOneSecond_differ() {
    assertThat(fixture.issue()).isNotEqualTo(fixture.issue());
  }

  @Test
  void token_withoutScopes_allowsNothing() {
    String token = tokens.issue(TokenRequest.of("reader", Set.of(), Duration.ofMinutes(1)));
    assertThat(tokens.verify(token).scopes()).isEmpty();
  }

  @Test
  void token_isGoodUntilItsExpiry_firstSeenOrNot() {
    String seen = fixture.issue();
    String unseen = fixture.issue();
    tokens.verify(seen);
    fixture.clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(tokens.verify(seen).subject()).isEqualTo("somebody");
    fixture.clock.advance(Duration.ofMillis(1));
    fixture.assertRefused(Reason.EXPIRED, seen);
    fixture.assertRefused(Reason.EXPIRED, unseen);
  }

  @Test
  void token_isRefusedBeforeItsTime_alsoWhenTheClockIsSetBack() {
    Instant start = fixture.clock.instant();
    Instant from = start.plusSeconds(60);
    String token = tokens.issue(new TokenRequest("somebody", Set.of(), Duration.ofHours(1), from));
    fixture.assertRefused(Reason.NOT_YET_VALID, token);
    fixture.clock.set(from);
    assertThat(tokens.verify(token).notBeforeMillis()).isEqualTo(from.toEpochMilli());
    fixture.clock.set(from.minusMillis(1));
    fixture.assertRefused(Reason.NOT_YET_VALID, token);
  }

  @Test
  void token_verifiesThroughTheOverlapOfItsKey() {
    String token = tokens.issue(TokenRequest.of("weekly", Set.of(), Duration.ofDays(7)));
    fixture.clock.advance(Duration.ofDays(6));
    fixture.ring.rotate();
    assertThat(tokens.verify(token).subject()).isEqualTo("weekly");
    assertThat(tokens.verify(fixture.issue()).keyId())
        .isEqualTo(fixture.ring.current().id());
  }

  @Test
  void token_issuedBeforeARestart_verifiesAfterIt() {
    String token = fixture.issue();
    assertThat(new TokenFixture(directory).tokens.verify(token).subject()).isEqualTo("somebody");
  }

  @Test
  void lifetime_longerThanTheOverlap_isRefusedAtIssue() {
    TokenRequest tooLong =
        TokenRequest.of("somebody", Set.of(), Duration.ofDays(7).plusSeconds(1));
    assertThatThrownBy(() -> tokens.issue(tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"production\"")
        .hasMessageContaining(Duration.ofDays(7).toString());
  }

  @Test
  void request_thatNoTokenCanCarry_isRefused() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> TokenRequest.of(" ", Set.of(), hour))
        .hasMessage("a token needs a subject");
    assertThatThrownBy(() -> TokenRequest.of("a", Set.of("two words"), hour))
        .hasMessage("a scope is one word, not \"two words\"");
    assertThatThrownBy(() -> TokenRequest.of("a", Set.of(), Duration.ofMillis(999)))
        .hasMessageContaining("a second at least");
  }

  @Test
  void request_isNotChangedByItsCallersSet() {
    Set<String> scopes = new HashSet<>(Set.of("read"));
    TokenRequest request = TokenRequest.of("a", scopes, Duration.ofHours(1));
    scopes.add("admin");
    assertThat(tokens.verify(tokens.issue(request)).scopes()).containsExactly("read");
  }
}
