package dev.tare.scheduler.auth.token;

import com.nimbusds.jose.jwk.JWKSet;
import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** A ring in a file, the tokens over it, and its secret as only somebody with the file has it. */
final class TokenFixture {
  static final String ISSUER = "tare-test";

  final ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");
  final KeyRing ring;
  final SignedTokens tokens;
  private final Path file;

  TokenFixture(Path directory) {
    file = directory.resolve("keys.json");
    ring = KeyRing.inFile(file, RotationPolicy.PRODUCTION, clock);
    tokens = new SignedTokens(ring, ISSUER, clock);
  }

  String issue() {
    return tokens.issue(
        TokenRequest.of("somebody", Set.of("tasks:read", "tasks:write"), Duration.ofHours(1)));
  }

  byte[] currentSecret() throws IOException, ParseException {
    return JWKSet.load(file.toFile()).getKeys().get(0).toOctetSequenceKey().toByteArray();
  }

  void assertRefused(TokenException.Reason reason, String token) {
    Assertions.assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOfSatisfying(
            TokenException.class,
            refusal -> Assertions.assertThat(refusal.reason()).isEqualTo(reason));
  }
}
