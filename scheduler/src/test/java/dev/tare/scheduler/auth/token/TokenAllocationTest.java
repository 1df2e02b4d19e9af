package dev.tare.scheduler.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenAllocationTest {
  private final Clock clock = Clock.systemUTC();
  private final KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
  private final SignedTokens remembering = new SignedTokens(ring, "tare", clock);
  private final SignedTokens forgetful = new SignedTokens(ring, "tare", clock, 0);
  private final String token =
      remembering.issue(TokenRequest.of("somebody", Set.of("tasks:read"), Duration.ofHours(1)));

  @Test
  void repeatedVerification_allocatesAFifthOfANewOneAtMost() {
    long fresh = Allocated.bytesPerCall(200, () -> verify(forgetful));
    long repeated = Allocated.bytesPerCall(200, () -> verify(remembering));
    System.out.println(
        "token verification: new " + fresh + " B, repeated " + repeated + " B a call");
    assertThat(repeated * 5).isLessThanOrEqualTo(fresh);
  }

  @Test
  void refusalOfATextThatIsNoToken_allocatesNothing() {
    long bytes = Allocated.bytesPerCall(200, () -> {
      try {
        remembering.verify("Bearer not-a-token");
        throw new AssertionError("accepted");
      } catch (TokenException expected) {
        Objects.requireNonNull(expected.reason());
      }
    });
    assertThat(bytes).isZero();
  }

  private void verify(SignedTokens tokens) {
    Objects.requireNonNull(tokens.verify(token));
  }
}
