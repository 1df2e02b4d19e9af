package dev.tare.benchmarks.auth;

import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The baseline: a ring whose keys are values, handed out as copies.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the key with its secret cloned at every read: nobody outside may change the ring's own;
 *   <li>the previous keys copied, filtered and collected at a rotation: the state that is replaced,
 *       not changed;
 *   <li>{@code Instant} and {@code Optional} where a number would do.
 * </ul>
 */
final class CopyingKeys implements KeyBenchmark.Keys {
  private static final int SECRET_BYTES = 64;
  private static final int ID_BYTES = 16;

  private final RotationPolicy policy;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private Key current; // under the lock of this object, as the next one
  private List<Key> previous = new ArrayList<>();

  /** A key; two are equal if they have the same name. */
  private static final class Key {
    private final String id;
    private final byte[] secret;
    private final Instant createdAt;
    private final Optional<Instant> retiresAt;

    Key(String id, byte[] secret, Instant createdAt, Optional<Instant> retiresAt) {
      this.id = id;
      this.secret = secret.clone();
      this.createdAt = createdAt;
      this.retiresAt = retiresAt;
    }

    Key copy() {
      return new Key(id, secret, createdAt, retiresAt);
    }

    Key retiringAt(Instant instant) {
      return new Key(id, secret, createdAt, Optional.of(instant));
    }

    boolean verifiesAt(Instant instant) {
      return retiresAt.map(instant::isBefore).orElse(true);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  CopyingKeys(RotationPolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
    this.current = generate(clock.instant());
  }

  @Override
  public synchronized Object current() {
    Instant now = clock.instant();
    if (policy.rotates() && !now.isBefore(current.createdAt.plus(policy.interval()))) {
      rotate(now);
    }
    return current.copy();
  }

  @Override
  public synchronized int previous() {
    return previous.size();
  }

  @Override
  public synchronized int idChars() {
    return current.copy().id.length();
  }

  private void rotate(Instant now) {
    List<Key> kept = new ArrayList<>();
    kept.add(current.retiringAt(now.plus(policy.overlap())));
    kept.addAll(previous);
    previous = kept.stream()
        .filter(key -> key.verifiesAt(now))
        .limit(KeyRing.MAX_PREVIOUS)
        .map(Key::copy)
        .collect(Collectors.toList());
    current = generate(now);
  }

  private Key generate(Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    return new Key(name, secret, now, Optional.empty());
  }
}
