package dev.tare.scheduler.auth.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signing keys of a scheduler: one that signs and at most {@link #MAX_PREVIOUS} that still
 * verify. Thread-safe.
 *
 * <p>No thread of its own: whoever asks for a key first after a rotation is due performs it. Until
 * then reading is one volatile read and one look at the clock, without a lock and without
 * allocating. A rotation by age that cannot be stored is logged and tried again a minute later,
 * with the old key signing on: a key that no restart would find again never signs.
 */
public final class KeyRing {
  /** How many replaced keys still verify; one more rotation inside an overlap drops the oldest. */
  public static final int MAX_PREVIOUS = 5;

  private static final long RETRY_MILLIS = 60_000;
  private static final long RELOAD_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private final RotationPolicy policy;
  private final KeyRingStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile View view;
  private long reloadFromMillis;

  /** The keys, and the first instant at which they have to be looked at again. */
  private record View(KeySet keys, long untilMillis) {}

  KeyRing(RotationPolicy policy, KeyRingStore store, Clock clock) {
    this.policy = policy;
    this.store = store;
    this.clock = clock;
    long now = clock.millis();
    this.view = viewOf(store.change(stored -> upToDate(stored, now)));
  }

  /** A ring whose keys end with this process. */
  public static KeyRing inMemory(RotationPolicy policy, Clock clock) {
    return new KeyRing(policy, KeyRingStore.inMemory(), clock);
  }

  /**
   * A ring kept in {@code file}, made if it is not there; rings of several processes on one machine
   * may share it.
   *
   * @throws KeyRingException if the file cannot be read, written or trusted
   */
  public static KeyRing inFile(Path file, RotationPolicy policy, Clock clock) {
    return new KeyRing(policy, new KeyFile(file), clock);
  }

  /** The key that signs now. */
  public SigningKey current() {
    return keysAt(clock.millis()).current();
  }

  /** The key of that id if it verifies now, otherwise null. */
  public @Nullable SigningKey find(String keyId) {
    long now = clock.millis();
    SigningKey key = keysAt(now).find(keyId);
    if (key == null) {
      key = reloaded(now).find(keyId);
    }
    return key != null && key.verifiesAt(now) ? key : null;
  }

  /**
   * The key that wrote a token's header, if it verifies now; otherwise null, and {@link #find} may
   * know more.
   */
  public @Nullable SigningKey writerOf(String token) {
    long now = clock.millis();
    SigningKey key = keysAt(now).writerOf(token);
    return key != null && key.verifiesAt(now) ? key : null;
  }

  /**
   * Replaces the current key now; what it signed verifies for the overlap.
   *
   * @throws KeyRingException if the new key cannot be stored; then the old one stays
   */
  public synchronized KeyRingStatus rotate() {
    long now = clock.millis();
    adopt(stored -> rotated(upToDate(stored, now), now));
    LOG.info("signing key replaced on request");
    return status();
  }

  /**
   * Stops a key from verifying at once, replacing it first if it is the current one: for a secret
   * that became known. Other processes on the same file see it when they next load it.
   *
   * @throws IllegalArgumentException if the ring has no such key
   * @throws KeyRingException if the change cannot be stored; then nothing has changed
   */
  public synchronized KeyRingStatus revoke(String keyId) {
    long now = clock.millis();
    adopt(stored -> {
      KeySet keys = upToDate(stored, now);
      if (keys.find(keyId) == null) {
        throw new IllegalArgumentException(
            "the key ring has no key of that id to revoke: its" + " status lists the ids");
      }
      return (keys.current().id().equals(keyId) ? rotated(keys, now) : keys).without(keyId);
    });
    LOG.warn("signing key revoked");
    return status();
  }

  /**
   * Takes over what another process stored.
   *
   * @throws KeyRingException if it cannot be read; then the keys in memory stay
   */
  public synchronized void reload() {
    long now = clock.millis();
    adopt(stored -> upToDate(stored, now));
  }

  /** Names and times of the keys now. */
  public KeyRingStatus status() {
    KeySet keys = keysAt(clock.millis());
    List<KeyRingStatus.PreviousKey> previous = new ArrayList<>(keys.previous().size());
    for (SigningKey key : keys.previous()) {
      previous.add(new KeyRingStatus.PreviousKey(
          key.id(), key.createdAt(), Instant.ofEpochMilli(key.retiresAtMillis())));
    }
    SigningKey current = keys.current();
    Instant next = policy.rotates() ? Instant.ofEpochMilli(dueMillis(current)) : null;
    return new KeyRingStatus(
        policy.name(), current.id(), current.createdAt(), next, List.copyOf(previous));
  }

  /** When keys are replaced; no token may live longer than its overlap. */
  public RotationPolicy policy() {
    return policy;
  }

  private KeySet keysAt(long nowMillis) {
    View seen = view;
    return nowMillis < seen.untilMillis ? seen.keys : maintained(nowMillis);
  }

  private synchronized KeySet maintained(long nowMillis) {
    if (nowMillis < view.untilMillis) {
      return view.keys;
    }
    try {
      adopt(stored -> upToDate(stored, nowMillis));
    } catch (KeyRingException notStored) {
      LOG.warn("signing keys not rotated, next try in a minute: {}", notStored.getMessage());
      view = new View(view.keys, nowMillis + RETRY_MILLIS);
    }
    return view.keys;
  }

  /** Looks once a second at most: unknown ids may come from anybody. */
  private synchronized KeySet reloaded(long nowMillis) {
    if (nowMillis >= reloadFromMillis) {
      reloadFromMillis = nowMillis + RELOAD_MILLIS;
      try {
        adopt(stored -> upToDate(stored, nowMillis));
      } catch (KeyRingException unreadable) {
        LOG.warn("signing keys not reloaded: {}", unreadable.getMessage());
      }
    }
    return view.keys;
  }

  private void adopt(Function<@Nullable KeySet, KeySet> change) {
    view = viewOf(store.change(change));
  }

  private KeySet upToDate(@Nullable KeySet stored, long nowMillis) {
    if (stored == null) {
      return new KeySet(SigningKey.generate(random, nowMillis), List.of());
    }
    boolean due = policy.rotates() && nowMillis >= dueMillis(stored.current());
    return (due ? rotated(stored, nowMillis) : stored).verifyingAt(nowMillis);
  }

  private KeySet rotated(KeySet keys, long nowMillis) {
    SigningKey next = SigningKey.generate(random, nowMillis);
    long retiresAtMillis = nowMillis + policy.overlap().toMillis();
    // Up to a whole second, as the key file holds it: the overlap is never shorter than promised.
    return keys.rotatedTo(next, Math.floorDiv(retiresAtMillis + 999, 1000L) * 1000);
  }

  private View viewOf(KeySet keys) {
    long due = policy.rotates() ? dueMillis(keys.current()) : Long.MAX_VALUE;
    return new View(keys, Math.min(due, keys.nextRetirementMillis()));
  }

  private long dueMillis(SigningKey key) {
    return key.createdAtMillis() + policy.interval().toMillis();
  }
}
