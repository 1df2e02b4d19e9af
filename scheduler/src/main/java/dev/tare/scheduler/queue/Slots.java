package dev.tare.scheduler.queue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one channel as parallel arrays, a slot each: to hold a message makes no object.
 * Slots are reused; the arrays grow and never shrink. Guarded by the lock of the channel.
 */
final class Slots {
  static final int NONE = -1;

  static final byte FREE = 0;
  /** Not yet delivered. */
  static final byte FRESH = 1;
  /** Delivered, and hidden until its deadline. */
  static final byte HELD = 2;
  /** Past its deadline and not yet delivered again: its handle still counts. */
  static final byte EXPIRED = 3;
  /** Given back, or a dead letter: no handle counts. */
  static final byte RETURNED = 4;

  byte[] states = {};
  long[] sequences = {};
  long[] deadlines = {};
  int[] deliveries = {};
  int[] next = {};
  int[] previous = {};

  private byte[] @Nullable [] bodies = {};
  private int firstFree = NONE;
  private int used;

  /** A slot that holds a message; its state is still to be set. */
  int take(byte[] body, long sequence) {
    int slot = firstFree;
    if (slot == NONE) {
      slot = used++;
      if (slot == states.length) {
        grow(Math.max(16, 2 * slot));
      }
    } else {
      firstFree = next[slot];
    }
    bodies[slot] = body;
    sequences[slot] = sequence;
    deliveries[slot] = 0;
    return slot;
  }

  /** Empties a slot that is on no list. */
  void free(int slot) {
    bodies[slot] = null;
    states[slot] = FREE;
    next[slot] = firstFree;
    firstFree = slot;
  }

  /** Empties every slot. */
  void freeAll() {
    Arrays.fill(bodies, 0, used, null);
    Arrays.fill(states, 0, used, FREE);
    firstFree = NONE;
    used = 0;
  }

  byte[] body(int slot) {
    byte[] body = bodies[slot];
    if (body == null) {
      throw new IllegalStateException("slot " + slot + " holds no message");
    }
    return body;
  }

  private void grow(int size) {
    bodies = Arrays.copyOf(bodies, size);
    states = Arrays.copyOf(states, size);
    sequences = Arrays.copyOf(sequences, size);
    deadlines = Arrays.copyOf(deadlines, size);
    deliveries = Arrays.copyOf(deliveries, size);
    next = Arrays.copyOf(next, size);
    previous = Arrays.copyOf(previous, size);
  }
}
