package dev.tare.benchmarks.auth;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The key that signs: read, as for every token, and replaced, as once a month.
 *
 * <p>A rotation of the lean ring allocates more than the twin's: it makes the key's header, signer
 * and verifier, which every token is spared afterwards.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeyBenchmark implements Digested {
  private static final RotationPolicy POLICY = RotationPolicy.PRODUCTION;
  private static final Duration MONTH = POLICY.interval();

  @Param
  Variant variant;

  private final SteppedClock clock = new SteppedClock();
  private Keys keys;

  /** A ring, behind what both variants have in common. */
  interface Keys {
    /** The key that signs now; one that is due is replaced first. */
    Object current();

    /** How many still verify. */
    int previous();

    int idChars();
  }

  /** Makes a ring with a first key. */
  @Setup
  public void open() {
    keys = variant == Variant.LEAN
        ? new LeanKeys(KeyRing.inMemory(POLICY, clock))
        : new CopyingKeys(POLICY, clock);
    rotate();
  }

  /** The key that signs. */
  @Benchmark
  public Object read() {
    return keys.current();
  }

  /**
   * A key that is a month old, and so replaced. No row: the random bytes of some rotations come
   * from one refill of a buffer, so the figure depends on how many there are.
   */
  private Object rotate() {
    clock.step(MONTH.toMillis());
    return keys.current();
  }

  @Override
  public long digest() {
    long digest = 0;
    Object last = read();
    for (int i = 0; i < 8; i++) {
      Object next = rotate();
      digest = 31 * digest + (next.equals(last) ? 1 : 0);
      digest = 31 * digest + keys.previous();
      digest = 31 * digest + keys.idChars();
      last = next;
    }
    return digest;
  }

  private record LeanKeys(KeyRing ring) implements Keys {
    @Override
    public Object current() {
      return ring.current();
    }

    @Override
    public int previous() {
      return ring.status().previous().size();
    }

    @Override
    public int idChars() {
      return ring.current().id().length();
    }
  }
}
