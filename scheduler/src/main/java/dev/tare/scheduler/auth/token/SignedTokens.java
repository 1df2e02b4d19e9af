package dev.tare.scheduler.auth.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.key.SigningKey;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/**
 * Tokens signed by a {@link KeyRing}: JSON Web Tokens (RFC 7519) under HS256.
 *
 * <p>A token that verified is remembered, so that the next request of its holder costs a digest and
 * a look-up instead of a MAC and two parsed documents. Remembered is what was signed, not that it
 * is good: its times and its key are checked at every call.
 */
public final class SignedTokens implements TokenService {
  static final String SCOPE_CLAIM = "scope";
  private static final int CACHED_TOKENS = 1024;

  private final KeyRing keys;
  private final String issuer;
  private final Clock clock;
  private final TokenParser parser;
  private final TokenCache cache;

  /** Tokens that say {@code issuer} and are refused when they say another one. */
  public SignedTokens(KeyRing keys, String issuer, Clock clock) {
    this(keys, issuer, clock, CACHED_TOKENS);
  }

  /** As above, remembering {@code cachedTokens} tokens at most; 0 verifies every one in full. */
  public SignedTokens(KeyRing keys, String issuer, Clock clock, int cachedTokens) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
    this.parser = new TokenParser(keys, issuer);
    this.cache = new TokenCache(cachedTokens, clock);
  }

  @Override
  public String issue(TokenRequest request) {
    RotationPolicy policy = keys.policy();
    if (request.lifetime().compareTo(policy.overlap()) > 0) {
      throw new IllegalArgumentException("a token of " + request.lifetime()
          + " may outlive its key: under the policy \"" + policy.name() + "\" it lives for "
          + policy.overlap() + " at most");
    }
    SigningKey key = keys.current();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(request.subject())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(request.lifetime())));
    if (!request.scopes().isEmpty()) {
      claims.claim(SCOPE_CLAIM, String.join(" ", request.scopes()));
    }
    Instant notBefore = request.notBefore();
    if (notBefore != null) {
      claims.notBeforeTime(Date.from(notBefore));
    }
    return key.sign(claims.build());
  }

  @Override
  public VerifiedToken verify(String token) {
    return verify(token, 0, token.length());
  }

  @Override
  public VerifiedToken verify(String text, int from, int to) {
    TokenDigest digest = TokenDigest.of(text, from, to);
    if (digest == null) {
      throw TokenException.of(Reason.MALFORMED);
    }
    SignedContent known = cache.get(digest);
    if (known != null) {
      if (known.isVouchedForBy(keys)) {
        return known.token().checkedAt(clock.millis());
      }
      cache.remove(digest);
    }
    SignedContent content = parser.verify(text.substring(from, to));
    VerifiedToken checked = content.token().checkedAt(clock.millis());
    cache.put(digest, content);
    return checked;
  }

  /** How many tokens are remembered now. */
  long cached() {
    return cache.size();
  }
}
