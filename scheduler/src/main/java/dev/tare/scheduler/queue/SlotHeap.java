package dev.tare.scheduler.queue;

import java.util.Arrays;

/**
 * Slots by the sequence of their messages, lowest first: a binary heap that knows where each slot
 * is, so that one can be taken out of the middle.
 */
final class SlotHeap {
  private final Slots slots;
  private int[] heap = {};
  private int[] places = {}; // of a slot in the heap
  private int size;

  SlotHeap(Slots slots) {
    this.slots = slots;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int slot) {
    if (size == heap.length || slot >= places.length) {
      heap = Arrays.copyOf(heap, slots.states.length);
      places = Arrays.copyOf(places, slots.states.length);
    }
    size++;
    up(size - 1, slot);
  }

  /** Takes the slot of the lowest sequence; there must be one. */
  int poll() {
    int lowest = heap[0];
    remove(lowest);
    return lowest;
  }

  void remove(int slot) {
    int place = places[slot];
    size--;
    int moved = heap[size];
    if (place < size) {
      if (place > 0 && isBefore(moved, heap[(place - 1) >>> 1])) {
        up(place, moved);
      } else {
        down(place, moved);
      }
    }
  }

  void clear() {
    size = 0;
  }

  private void up(int from, int slot) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!isBefore(slot, heap[parent])) {
        break;
      }
      put(place, heap[parent]);
      place = parent;
    }
    put(place, slot);
  }

  private void down(int from, int slot) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], slot)) {
        break;
      }
      put(place, heap[child]);
      place = child;
    }
    put(place, slot);
  }

  private void put(int place, int slot) {
    heap[place] = slot;
    places[slot] = place;
  }

  private boolean isBefore(int one, int other) {
    return slots.sequences[one] < slots.sequences[other];
  }
}
