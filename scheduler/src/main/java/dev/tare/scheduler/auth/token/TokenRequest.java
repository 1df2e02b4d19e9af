package dev.tare.scheduler.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall say.
 *
 * @param subject who holds it, not blank
 * @param scopes what the holder may do; none contains a space
 * @param lifetime from now to its expiry, at least a second
 * @param notBefore refused until then; null: good at once
 */
public record TokenRequest(
    String subject,
    Set<String> scopes,
    Duration lifetime,
    @Nullable Instant notBefore) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a part cannot be put into a token
   */
  public TokenRequest {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a token needs a subject");
    }
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "a token lives for a second at least, not for " + lifetime);
    }
    scopes = Set.copyOf(scopes);
    for (String scope : scopes) {
      if (scope.isEmpty() || scope.indexOf(' ') >= 0) {
        throw new IllegalArgumentException("a scope is one word, not \"" + scope + '"');
      }
    }
  }

  /** A token for {@code subject}, good from now on. */
  public static TokenRequest of(String subject, Set<String> scopes, Duration lifetime) {
    return new TokenRequest(subject, scopes, lifetime, null);
  }
}
