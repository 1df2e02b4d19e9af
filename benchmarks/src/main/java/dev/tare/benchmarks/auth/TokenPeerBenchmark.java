package dev.tare.benchmarks.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A peer of {@link TokenBenchmark}, no side of a pair: the JOSE library alone, as its own guide
 * sets up a processor for HS256.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenPeerBenchmark {
  private static final String ISSUER = "tare";
  private static final String KEY_ID = "k3nYyJ2sQy6gqkUqk1Zb3g";

  private DefaultJWTProcessor<SecurityContext> processor;
  private String token;
  private String another;

  /** Signs two tokens like those of the pair. */
  @Setup
  public void open() throws JOSEException {
    byte[] secret = new byte[64];
    new Random(42).nextBytes(secret);
    processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
        JWSAlgorithm.HS256,
        new ImmutableJWKSet<>(
            new JWKSet(new OctetSequenceKey.Builder(secret).keyID(KEY_ID).build()))));
    processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
        new JWTClaimsSet.Builder().issuer(ISSUER).build(), Set.of("sub", "iat", "exp", "jti")));
    Instant now = Clock.systemUTC().instant();
    token = signed("ada", now, secret);
    another = signed("bob", now, secret);
  }

  private static String signed(String subject, Instant now, byte[] secret) throws JOSEException {
    SignedJWT jwt = new SignedJWT(
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(KEY_ID)
            .build(),
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(subject)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
            .claim("scope", "read write")
            .build());
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }

  /** Two tokens in turn. */
  @Benchmark
  public JWTClaimsSet verifyNew() throws ParseException, BadJOSEException, JOSEException {
    processor.process(another, null);
    return processor.process(token, null);
  }
}
