package dev.tare.scheduler.auth.key;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ring at one instant, immutable: the key that signs, and those that still verify. */
final class KeySet {
  private final SigningKey current;
  private final List<SigningKey> previous;

  /** {@code previous} is newest first and at most {@link KeyRing#MAX_PREVIOUS} long. */
  KeySet(SigningKey current, List<SigningKey> previous) {
    this.current = current;
    this.previous = List.copyOf(previous);
  }

  SigningKey current() {
    return current;
  }

  List<SigningKey> previous() {
    return previous;
  }

  /** The key of that id. An id is public, so comparing it leaks nothing. */
  @Nullable
  SigningKey find(String id) {
    if (current.id().equals(id)) {
      return current;
    }
    for (int i = 0; i < previous.size(); i++) {
      SigningKey key = previous.get(i);
      if (key.id().equals(id)) {
        return key;
      }
    }
    return null;
  }

  /** The key that wrote a token's header. */
  @Nullable
  SigningKey writerOf(String token) {
    if (current.wroteHeaderOf(token)) {
      return current;
    }
    for (int i = 0; i < previous.size(); i++) {
      if (previous.get(i).wroteHeaderOf(token)) {
        return previous.get(i);
      }
    }
    return null;
  }

  /** With {@code next} signing, and the current key verifying until {@code retiresAtMillis}. */
  KeySet rotatedTo(SigningKey next, long retiresAtMillis) {
    List<SigningKey> kept = new ArrayList<>(KeyRing.MAX_PREVIOUS);
    kept.add(current.retiringAt(retiresAtMillis));
    for (SigningKey key : previous) {
      if (kept.size() < KeyRing.MAX_PREVIOUS) {
        kept.add(key);
      }
    }
    return new KeySet(next, kept);
  }

  /** Without the previous keys that verify nothing any more; this set if there are none. */
  KeySet verifyingAt(long nowMillis) {
    List<SigningKey> kept = new ArrayList<>(previous);
    return kept.removeIf(key -> !key.verifiesAt(nowMillis)) ? new KeySet(current, kept) : this;
  }

  /** Without the previous key of that id; this set if there is none. */
  KeySet without(String id) {
    List<SigningKey> kept = new ArrayList<>(previous);
    return kept.removeIf(key -> key.id().equals(id)) ? new KeySet(current, kept) : this;
  }

  /** When the next previous key stops verifying; {@link Long#MAX_VALUE} if there is none. */
  long nextRetirementMillis() {
    long next = Long.MAX_VALUE;
    for (SigningKey key : previous) {
      next = Math.min(next, key.retiresAtMillis());
    }
    return next;
  }
}
