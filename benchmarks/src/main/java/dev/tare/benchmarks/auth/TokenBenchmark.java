package dev.tare.benchmarks.auth;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.auth.token.TokenRequest;
import dev.tare.scheduler.auth.token.TokenService;
import dev.tare.scheduler.auth.token.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A token is verified: one that was seen before, and one that was not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark implements Digested {
  private static final String ISSUER = "tare";

  @Param
  Variant variant;

  private TokenService tokens;
  private TokenService forgetful;
  private String token;
  private String another;

  /** Signs two tokens; the forgetful service remembers one at most. */
  @Setup
  public void open() {
    Clock clock = Clock.systemUTC();
    KeyRing keys = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
    SignedTokens lean = new SignedTokens(keys, ISSUER, clock);
    token = lean.issue(request("ada"));
    another = lean.issue(request("bob"));
    if (variant == Variant.LEAN) {
      tokens = lean;
      forgetful = new SignedTokens(keys, ISSUER, clock, 1);
    } else {
      tokens = new CopyingTokens(lean, keys, ISSUER, clock);
      forgetful = tokens;
    }
    verifyRepeated();
  }

  private static TokenRequest request(String subject) {
    return TokenRequest.of(subject, Set.of("read", "write"), Duration.ofHours(1));
  }

  /** The same token as the last time. */
  @Benchmark
  public VerifiedToken verifyRepeated() {
    return tokens.verify(token);
  }

  /** Two tokens in turn, of which neither is remembered. */
  @Benchmark
  public VerifiedToken verifyNew() {
    forgetful.verify(another);
    return forgetful.verify(token);
  }

  @Override
  public long digest() {
    VerifiedToken repeated = verifyRepeated();
    VerifiedToken fresh = verifyNew();
    boolean same = repeated.equals(fresh);
    return 31L * repeated.subject().hashCode()
        + repeated.scopes().hashCode()
        + repeated.expiresAtMillis()
        - repeated.issuedAtMillis()
        + (same ? 1 : 0);
  }
}
