package dev.tare.scheduler.queue;

/** A list of slots in the order in which they came, linked through the slots themselves. */
final class SlotList {
  private final Slots slots;
  private int first = Slots.NONE;
  private int last = Slots.NONE;

  SlotList(Slots slots) {
    this.slots = slots;
  }

  /** The oldest, or {@link Slots#NONE}. */
  int first() {
    return first;
  }

  void append(int slot) {
    slots.previous[slot] = last;
    slots.next[slot] = Slots.NONE;
    if (last == Slots.NONE) {
      first = slot;
    } else {
      slots.next[last] = slot;
    }
    last = slot;
  }

  void remove(int slot) {
    int before = slots.previous[slot];
    int after = slots.next[slot];
    if (before == Slots.NONE) {
      first = after;
    } else {
      slots.next[before] = after;
    }
    if (after == Slots.NONE) {
      last = before;
    } else {
      slots.previous[after] = before;
    }
  }

  void clear() {
    first = Slots.NONE;
    last = Slots.NONE;
  }
}
