package dev.tare.scheduler.auth.token;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.SigningKey;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import java.text.ParseException;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token in full. Nothing of a token is believed before its signature fits, but the name
 * of the key to try: the algorithm is ours, whatever the header says.
 *
 * <p>Exceptions of the library may quote the token, so none becomes a cause.
 */
final class TokenParser {
  private final KeyRing keys;
  private final String issuer;

  TokenParser(KeyRing keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** What {@code token} says and the key that signed it; its times are still to be checked. */
  SignedContent verify(String token) {
    try {
      Base64URL[] parts = JOSEObject.split(token);
      SignedJWT jwt = signed(parts);
      if (!SigningKey.ALGORITHM.equals(jwt.getHeader().getAlgorithm())) {
        throw TokenException.of(Reason.ALGORITHM);
      }
      SigningKey key = keyNamed(jwt.getHeader().getKeyID());
      if (!key.signed(jwt)) {
        throw TokenException.of(Reason.SIGNATURE);
      }
      return new SignedContent(content(jwt.getJWTClaimsSet(), key), key);
    } catch (ParseException | IllegalArgumentException quotesTheToken) {
      throw TokenException.of(Reason.MALFORMED);
    }
  }

  /**
   * The parts as a signed token; if they are none, their header may say that it is another kind.
   */
  private static SignedJWT signed(Base64URL[] parts) throws ParseException {
    if (parts.length == 3) {
      try {
        return new SignedJWT(parts[0], parts[1], parts[2]);
      } catch (ParseException | IllegalArgumentException unsigned) {
        // told below
      }
    }
    throw Header.parse(parts[0]) instanceof JWSHeader signed
            && SigningKey.ALGORITHM.equals(signed.getAlgorithm())
        ? TokenException.of(Reason.MALFORMED)
        : TokenException.of(Reason.ALGORITHM);
  }

  private SigningKey keyNamed(@Nullable String id) {
    SigningKey key = id == null ? null : keys.find(id);
    if (key == null) {
      throw TokenException.of(Reason.UNKNOWN_KEY);
    }
    return key;
  }

  private VerifiedToken content(JWTClaimsSet claims, SigningKey key) throws ParseException {
    if (!issuer.equals(claims.getIssuer())) {
      throw TokenException.of(Reason.ISSUER);
    }
    Date issued = claims.getIssueTime();
    Date expires = claims.getExpirationTime();
    String subject = claims.getSubject();
    String id = claims.getJWTID();
    if (issued == null || expires == null || subject == null || id == null) {
      throw TokenException.of(Reason.MALFORMED);
    }
    Date notBefore = claims.getNotBeforeTime();
    return new VerifiedToken(
        subject,
        words(claims.getStringClaim(SignedTokens.SCOPE_CLAIM)),
        id,
        key.id(),
        issued.toInstant().toEpochMilli(),
        notBefore == null ? Long.MIN_VALUE : notBefore.toInstant().toEpochMilli(),
        expires.toInstant().toEpochMilli());
  }

  private static Set<String> words(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    int from = 0;
    while (from <= text.length()) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      if (to > from) {
        words.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return Set.copyOf(words);
  }
}
