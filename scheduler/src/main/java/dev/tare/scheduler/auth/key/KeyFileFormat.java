package dev.tare.scheduler.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ring as a JSON Web Key Set (RFC 7517): the current key first, without {@code exp}; then the
 * previous ones, newest first, each with the instant from which it verifies nothing.
 */
final class KeyFileFormat {
  private KeyFileFormat() {}

  static byte[] encode(KeySet keys) {
    List<JWK> all = new ArrayList<>();
    all.add(jwk(keys.current(), null));
    for (SigningKey key : keys.previous()) {
      all.add(jwk(key, Date.from(Instant.ofEpochMilli(key.retiresAtMillis()))));
    }
    return new JWKSet(all).toString(false).getBytes(UTF_8);
  }

  static KeySet decode(String text) throws MalformedKeysException {
    List<JWK> all = parse(text).getKeys();
    if (all.isEmpty()) {
      throw new MalformedKeysException("it holds no key");
    }
    if (all.size() > 1 + KeyRing.MAX_PREVIOUS) {
      throw new MalformedKeysException("it holds " + all.size() + " keys, at most "
          + (1 + KeyRing.MAX_PREVIOUS) + " make a ring");
    }
    SigningKey current = key(all.get(0), 0);
    if (all.get(0).getExpirationTime() != null) {
      throw new MalformedKeysException("its first key has an exp, so it is not the current one");
    }
    Set<String> ids = new HashSet<>();
    ids.add(current.id());
    List<SigningKey> previous = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      Date retires = all.get(i).getExpirationTime();
      if (retires == null) {
        throw new MalformedKeysException("key " + i + " has no exp");
      }
      SigningKey key = key(all.get(i), i).retiringAt(retires.toInstant().toEpochMilli());
      if (!ids.add(key.id())) {
        throw new MalformedKeysException("key " + i + " repeats the kid of another");
      }
      previous.add(key);
    }
    return new KeySet(current, previous);
  }

  private static JWKSet parse(String text) throws MalformedKeysException {
    try {
      return JWKSet.parse(text);
    } catch (ParseException | IllegalArgumentException quotesTheText) {
      throw new MalformedKeysException("it is no JSON Web Key Set");
    }
  }

  private static SigningKey key(JWK jwk, int index) throws MalformedKeysException {
    if (!(jwk instanceof OctetSequenceKey octets)
        || !SigningKey.ALGORITHM.equals(jwk.getAlgorithm())
        || jwk.getKeyID() == null
        || jwk.getIssueTime() == null) {
      throw new MalformedKeysException(
          "key " + index + " is not an oct key with alg HS256, kid and iat");
    }
    byte[] secret = octets.toByteArray();
    if (secret.length != SigningKey.SECRET_BYTES) {
      throw new MalformedKeysException("key " + index + " has " + secret.length
          + " bytes instead of " + SigningKey.SECRET_BYTES);
    }
    return new SigningKey(
        jwk.getKeyID(), secret, jwk.getIssueTime().toInstant().toEpochMilli(), Long.MAX_VALUE);
  }

  private static JWK jwk(SigningKey key, @Nullable Date retiresAt) {
    OctetSequenceKey.Builder jwk = new OctetSequenceKey.Builder(key.secret())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(SigningKey.ALGORITHM)
        .keyID(key.id())
        .issueTime(Date.from(key.createdAt()));
    return (retiresAt == null ? jwk : jwk.expirationTime(retiresAt)).build();
  }
}
