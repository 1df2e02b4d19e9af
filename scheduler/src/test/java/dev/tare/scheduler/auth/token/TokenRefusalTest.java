package dev.tare.scheduler.auth.token;

import static dev.tare.scheduler.auth.token.TokenException.Reason.ALGORITHM;
import static dev.tare.scheduler.auth.token.TokenException.Reason.ISSUER;
import static dev.tare.scheduler.auth.token.TokenException.Reason.MALFORMED;
import static dev.tare.scheduler.auth.token.TokenException.Reason.SIGNATURE;
import static dev.tare.scheduler.auth.token.TokenException.Reason.UNKNOWN_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.tare.scheduler.auth.Leaks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that an attacker, a mistake or another system could send. */
class TokenRefusalTest {
  @TempDir
  Path directory;

  private TokenFixture fixture;

  @BeforeEach
  void open() {
    fixture = new TokenFixture(directory);
  }

  @Test
  void token_withoutASignature_isRefused() {
    fixture.assertRefused(ALGORITHM, new PlainJWT(claims().build()).serialize());
    String[] parts = parts(fixture.issue());
    String none =
        encoded("{\"alg\":\"none\",\"kid\":\"" + fixture.ring.current().id() + "\"}");
    fixture.assertRefused(ALGORITHM, none + '.' + parts[1] + '.');
    fixture.assertRefused(ALGORITHM, none + '.' + parts[1] + '.' + parts[2]);
    fixture.assertRefused(MALFORMED, parts[0] + '.' + parts[1] + '.');
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS384", "HS512"})
  void token_underAnotherAlgorithm_isRefused_thoughItsSignatureFits(String algorithm)
      throws Exception {
    fixture.assertRefused(
        ALGORITHM, signed(JWSAlgorithm.parse(algorithm), claims().build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "hs256", "None", "NONE", "HS256 ", ""})
  void algorithmName_thatIsNotHs256_isRefused(String algorithm) {
    String[] parts = parts(fixture.issue());
    String header = encoded(
        "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + fixture.ring.current().id() + "\"}");
    fixture.assertRefused(ALGORITHM, header + '.' + parts[1] + '.' + parts[2]);
  }

  @Test
  void token_thatIsEncryptedWithOurSecret_isRefused() throws Exception {
    EncryptedJWT token = new EncryptedJWT(
        new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256CBC_HS512),
        claims().build());
    token.encrypt(new DirectEncrypter(fixture.currentSecret()));
    fixture.assertRefused(ALGORITHM, token.serialize());
  }

  @Test
  void token_ofAnUnknownKey_isRefused() throws Exception {
    JWSHeader nameless = new JWSHeader(JWSAlgorithm.HS256);
    fixture.assertRefused(UNKNOWN_KEY, signed(nameless, claims().build()));
    JWSHeader stranger =
        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("stranger").build();
    fixture.assertRefused(UNKNOWN_KEY, signed(stranger, claims().build()));
  }

  @Test
  void token_ofAKeyThatWasRotatedOut_isRefused() throws Exception {
    JWTClaimsSet longLived = claims()
        .expirationTime(Date.from(fixture.clock.instant().plus(Duration.ofDays(90))))
        .build();
    String token = signed(JWSAlgorithm.HS256, longLived);
    fixture.ring.rotate();
    fixture.clock.advance(Duration.ofDays(7).minusMillis(1));
    assertThat(fixture.tokens.verify(token).subject()).isEqualTo("somebody");
    fixture.clock.advance(Duration.ofMillis(1));
    fixture.assertRefused(UNKNOWN_KEY, token);
  }

  @Test
  void token_ofAKeyThatIsRevoked_isRefusedAtOnce() {
    String token = fixture.issue();
    fixture.tokens.verify(token);
    fixture.ring.revoke(fixture.ring.current().id());
    fixture.assertRefused(UNKNOWN_KEY, token);
  }

  @Test
  void token_ofAnotherIssuerWithOurKey_isRefused() throws Exception {
    fixture.assertRefused(
        ISSUER, signed(JWSAlgorithm.HS256, claims().issuer("another").build()));
    fixture.assertRefused(
        ISSUER, signed(JWSAlgorithm.HS256, claims().issuer(null).build()));
  }

  @Test
  void token_thatLacksAClaimOfOurs_isRefused() throws Exception {
    assertMalformed(claims().expirationTime(null));
    assertMalformed(claims().issueTime(null));
    assertMalformed(claims().subject(null));
    assertMalformed(claims().jwtID(null));
    assertMalformed(claims().claim("scope", 7));
  }

  private void assertMalformed(JWTClaimsSet.Builder claims) throws Exception {
    fixture.assertRefused(MALFORMED, signed(JWSAlgorithm.HS256, claims.build()));
  }

  @Test
  void token_withACriticalExtension_isRefused() throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
        .keyID(fixture.ring.current().id())
        .criticalParams(Set.of("http://example.org/unknown"))
        .customParam("http://example.org/unknown", true)
        .build();
    fixture.assertRefused(SIGNATURE, signed(header, claims().build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "a.b", "a.b.c", "e30.e30.e30", "Bearer x", "e30.e30.é", " "})
  void text_thatIsNoToken_isRefused(String text) {
    fixture.assertRefused(MALFORMED, text);
  }

  @Test
  void text_longerThanAnyToken_isRefusedUnread() {
    fixture.assertRefused(MALFORMED, fixture.issue() + "A".repeat(TokenDigest.MAX_TOKEN_CHARS));
  }

  @Test
  void refusal_holdsNothingOfTokenOrSecret_whateverIsChanged() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String secret = Base64.getUrlEncoder().encodeToString(fixture.currentSecret());
    String alphabet = "ABCXYZabcxyz0189-_.";
    for (int round = 0; round < 500; round++) {
      StringBuilder changed = new StringBuilder(fixture.issue());
      int at = random.nextInt(changed.length() - 1);
      char next = alphabet.charAt(random.nextInt(alphabet.length()));
      // The last character of a part has bits that mean nothing; leave those alone.
      if (changed.charAt(at) == next || changed.charAt(at + 1) == '.') {
        continue;
      }
      changed.setCharAt(at, next);
      String token = changed.toString();
      Throwable refusal = catchThrowable(() -> fixture.tokens.verify(token));
      assertThat(refusal).as("seed %d", seed).isInstanceOf(TokenException.class);
      String text = Leaks.textOf(refusal);
      Leaks.assertHoldsNothingOf(token, text);
      Leaks.assertHoldsNothingOf(secret, text);
    }
  }

  @Test
  void everyReason_tellsWhatToDo() {
    for (TokenException.Reason reason : TokenException.Reason.values()) {
      assertThat(TokenException.of(reason)).hasMessageMatching("the token [^:]+: .+");
      assertThat(TokenException.of(reason).getStackTrace()).isEmpty();
    }
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(TokenFixture.ISSUER)
        .subject("somebody")
        .jwtID("1")
        .issueTime(Date.from(fixture.clock.instant()))
        .expirationTime(Date.from(fixture.clock.instant().plusSeconds(60)));
  }

  private String signed(JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
    return signed(
        new JWSHeader.Builder(algorithm).keyID(fixture.ring.current().id()).build(), claims);
  }

  private String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new MACSigner(fixture.currentSecret()));
    return token.serialize();
  }

  private static String[] parts(String token) {
    return token.split("\\.");
  }

  private static String encoded(String header) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
  }
}
