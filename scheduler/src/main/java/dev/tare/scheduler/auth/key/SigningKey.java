package dev.tare.scheduler.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * One key of the ring, immutable: its name, its age, and until when it verifies.
 *
 * <p>Signer, verifier and token header are made once a key and shared by all threads. The secret
 * leaves this object only into the key file.
 */
public final class SigningKey {
  static final int SECRET_BYTES = 64;
  /** The one algorithm of this ring. */
  public static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

  private static final int ID_BYTES = 16;
  private static final long NEVER = Long.MAX_VALUE;

  private final String id;
  private final byte[] secret;
  private final long createdAtMillis;
  private final long retiresAtMillis;
  private final JWSHeader header;
  private final String tokenStart;
  private final JWSSigner signer;
  private final JWSVerifier verifier;

  /** A key as the key file holds it; the ring owns {@code secret} from here on. */
  SigningKey(String id, byte[] secret, long createdAtMillis, long retiresAtMillis) {
    this.id = id;
    this.secret = secret;
    this.createdAtMillis = createdAtMillis;
    this.retiresAtMillis = retiresAtMillis;
    this.header =
        new JWSHeader.Builder(ALGORITHM).type(JOSEObjectType.JWT).keyID(id).build();
    this.tokenStart = header.toBase64URL().toString() + '.';
    try {
      this.signer = new MACSigner(secret);
      this.verifier = new MACVerifier(secret);
    } catch (JOSEException tooShort) {
      throw new IllegalArgumentException("a key needs " + SECRET_BYTES + " bytes", tooShort);
    }
  }

  private SigningKey(SigningKey same, long retiresAtMillis) {
    this.id = same.id;
    this.secret = same.secret;
    this.createdAtMillis = same.createdAtMillis;
    this.retiresAtMillis = retiresAtMillis;
    this.header = same.header;
    this.tokenStart = same.tokenStart;
    this.signer = same.signer;
    this.verifier = same.verifier;
  }

  /** A fresh key; times are whole seconds, as the key file holds them. */
  static SigningKey generate(SecureRandom random, long nowMillis) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    return new SigningKey(name, secret, nowMillis / 1000 * 1000, NEVER);
  }

  /** The same key, verifying until {@code retiresAtMillis}. */
  SigningKey retiringAt(long retiresAtMillis) {
    return new SigningKey(this, retiresAtMillis);
  }

  /** The name that a token's {@code kid} carries; random and no secret. */
  public String id() {
    return id;
  }

  /** When the key was made. */
  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAtMillis);
  }

  long createdAtMillis() {
    return createdAtMillis;
  }

  /** The instant from which this key verifies nothing; {@link Long#MAX_VALUE} while current. */
  public long retiresAtMillis() {
    return retiresAtMillis;
  }

  boolean verifiesAt(long nowMillis) {
    return nowMillis < retiresAtMillis;
  }

  /** Whether both have the same secret, whatever their names; compared in constant time. */
  public boolean hasSecretOf(SigningKey other) {
    return secret == other.secret || MessageDigest.isEqual(secret, other.secret);
  }

  byte[] secret() {
    return secret;
  }

  /** A compact token with these claims that names and is signed by this key. */
  public String sign(JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException failed) {
      throw new IllegalStateException("this JVM cannot compute " + ALGORITHM, failed);
    }
    return token.serialize();
  }

  /** Whether the token's signature is this key's; its times are not looked at. */
  public boolean signed(SignedJWT token) {
    try {
      return ALGORITHM.equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
    } catch (JOSEException notOurs) {
      return false;
    }
  }

  /** Whether a token has the very header that this key writes: there is nothing in it to read. */
  boolean wroteHeaderOf(String token) {
    return token.startsWith(tokenStart);
  }

  /**
   * Whether a signature is this key's.
   *
   * @param signed header and payload of a token, as they are encoded, the header written by a key
   *     of this ring
   * @param signature the rest of that token
   */
  public boolean signed(byte[] signed, Base64URL signature) {
    try {
      return verifier.verify(header, signed, signature);
    } catch (JOSEException notOurs) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + ']';
  }
}
