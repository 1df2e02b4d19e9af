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
  private final Scopes scopes = new Scopes();
  private final ClaimsReader claims = new ClaimsReader(scopes);

  TokenParser(KeyRing keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** What {@code token} says and the key that signed it; its times are still to be checked. */
  SignedContent verify(String token) {
    SigningKey writer = keys.writerOf(token);
    int payload = token.indexOf('.') + 1;
    int signature = token.indexOf('.', payload) + 1;
    boolean whole = signature > 0 && signature < token.length();
    return writer == null || !whole || token.indexOf('.', signature) >= 0
        ? verifyAny(token)
        : verifyOurs(token, writer, payload, signature);
  }

  /** A token whose header one of our keys wrote: only the signature and the payload are news. */
  private SignedContent verifyOurs(String token, SigningKey key, int payload, int signature) {
    byte[] signed = new byte[signature - 1];
    for (int i = 0; i < signed.length; i++) {
      signed[i] = (byte) token.charAt(i); // ASCII, or there would be no digest
    }
    if (!key.signed(signed, new Base64URL(token.substring(signature)))) {
      throw TokenException.of(Reason.SIGNATURE);
    }
    return new SignedContent(claims.read(signed, payload, issuer, key.id()), key);
  }

  /** A token that says by itself what it is: the library reads it. */
  private SignedContent verifyAny(String token) {
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

  private VerifiedToken content(JWTClaimsSet said, SigningKey key) throws ParseException {
    if (!issuer.equals(said.getIssuer())) {
      throw TokenException.of(Reason.ISSUER);
    }
    Date issued = said.getIssueTime();
    Date expires = said.getExpirationTime();
    String subject = said.getSubject();
    String id = said.getJWTID();
    if (issued == null || expires == null || subject == null || id == null) {
      throw TokenException.of(Reason.MALFORMED);
    }
    Date notBefore = said.getNotBeforeTime();
    return new VerifiedToken(
        subject,
        scopes.of(said.getStringClaim(SignedTokens.SCOPE_CLAIM)),
        id,
        key.id(),
        issued.toInstant().toEpochMilli(),
        notBefore == null ? Long.MIN_VALUE : notBefore.toInstant().toEpochMilli(),
        expires.toInstant().toEpochMilli());
  }
}
