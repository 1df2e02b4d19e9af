package dev.tare.benchmarks.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.SigningKey;
import dev.tare.scheduler.auth.token.TokenException;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import dev.tare.scheduler.auth.token.TokenRequest;
import dev.tare.scheduler.auth.token.TokenService;
import dev.tare.scheduler.auth.token.VerifiedToken;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: a token is parsed and its signature computed at every request, by the same library.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>header, payload and signature cut out of the text and decoded each time: no memory of what
 *       was verified;
 *   <li>the claims as a map, then as a domain type, its scopes split, collected and copied: the
 *       layers of a security module;
 *   <li>{@code Date}, {@code Instant} and {@code Optional} where numbers would do.
 * </ul>
 */
public final class CopyingTokens implements TokenService {
  private final TokenService issuing;
  private final KeyRing keys;
  private final String issuer;
  private final Clock clock;

  /** Issues by another service, verifies by itself. */
  public CopyingTokens(TokenService issuing, KeyRing keys, String issuer, Clock clock) {
    this.issuing = issuing;
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public String issue(TokenRequest request) {
    return issuing.issue(request);
  }

  @Override
  public VerifiedToken verify(String token) {
    SignedJWT parsed = parse(token);
    SigningKey key = Optional.ofNullable(parsed.getHeader().getKeyID())
        .flatMap(id -> Optional.ofNullable(keys.find(id)))
        .orElseThrow(() -> TokenException.of(Reason.UNKNOWN_KEY));
    if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
      throw TokenException.of(Reason.ALGORITHM);
    }
    if (!key.signed(parsed)) {
      throw TokenException.of(Reason.SIGNATURE);
    }
    JWTClaimsSet claims = claims(parsed);
    if (!issuer.equals(claims.getIssuer())) {
      throw TokenException.of(Reason.ISSUER);
    }
    return checked(claims, key.id());
  }

  private VerifiedToken checked(JWTClaimsSet claims, String keyId) {
    Instant now = clock.instant();
    Instant expires = instant(claims.getExpirationTime());
    Optional<Instant> notBefore =
        Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant);
    if (!now.isBefore(expires)) {
      throw TokenException.of(Reason.EXPIRED);
    }
    if (notBefore.map(now::isBefore).orElse(false)) {
      throw TokenException.of(Reason.NOT_YET_VALID);
    }
    return new VerifiedToken(
        claims.getSubject(),
        scopes(claims),
        claims.getJWTID(),
        keyId,
        instant(claims.getIssueTime()).toEpochMilli(),
        notBefore.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        expires.toEpochMilli());
  }

  private static Set<String> scopes(JWTClaimsSet claims) {
    String text =
        Optional.ofNullable(claims.getClaim("scope")).map(Object::toString).orElse("");
    List<String> words = Collections.list(new StringTokenizer(text, " ")).stream()
        .map(Object::toString)
        .collect(Collectors.toList());
    return new HashSet<>(words);
  }

  private static Instant instant(@Nullable Date date) {
    return Optional.ofNullable(date)
        .map(Date::toInstant)
        .orElseThrow(() -> TokenException.of(Reason.MALFORMED));
  }

  private static SignedJWT parse(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw TokenException.of(Reason.MALFORMED);
    }
  }

  private static JWTClaimsSet claims(SignedJWT parsed) {
    try {
      return parsed.getJWTClaimsSet();
    } catch (ParseException e) {
      throw TokenException.of(Reason.MALFORMED);
    }
  }
}
