package dev.tare.scheduler.auth.key;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a ring keeps its keys; several rings, also of several processes, may share one. */
interface KeyRingStore {

  /**
   * Reads what is stored, applies {@code change} to it and stores the result, while no other ring
   * can. A result that is the same instance is not written.
   *
   * @param change from the stored set, null if there is none yet, to the next one
   * @return the stored result
   * @throws KeyRingException if it cannot be read or written; then nothing has changed
   */
  KeySet change(Function<@Nullable KeySet, KeySet> change);

  /** Keys that end with this process. */
  static KeyRingStore inMemory() {
    return new KeyRingStore() {
      private @Nullable KeySet stored;

      @Override
      public synchronized KeySet change(Function<@Nullable KeySet, KeySet> change) {
        KeySet next = change.apply(stored);
        stored = next;
        return next;
      }
    };
  }
}
