package dev.tare.scheduler.auth.token;

import java.util.Set;

/**
 * What a verified token says; immutable, and the same instance for a repeated verification.
 *
 * @param subject who holds it
 * @param scopes what the holder may do
 * @param tokenId its {@code jti}
 * @param keyId the key that signed it
 * @param issuedAtMillis when it was issued, epoch milliseconds
 * @param notBeforeMillis refused until then; {@link Long#MIN_VALUE} if it does not say
 * @param expiresAtMillis refused from then on
 */
public record VerifiedToken(
    String subject,
    Set<String> scopes,
    String tokenId,
    String keyId,
    long issuedAtMillis,
    long notBeforeMillis,
    long expiresAtMillis) {

  /** Copies the scopes, unless they are immutable already. */
  public VerifiedToken {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the holder may do what {@code scope} names. */
  public boolean allows(String scope) {
    return scopes.contains(scope);
  }

  /** Refuses the token outside its times. */
  VerifiedToken checkedAt(long nowMillis) {
    if (nowMillis >= expiresAtMillis) {
      throw TokenException.of(TokenException.Reason.EXPIRED);
    }
    if (nowMillis < notBeforeMillis) {
      throw TokenException.of(TokenException.Reason.NOT_YET_VALID);
    }
    return this;
  }
}
