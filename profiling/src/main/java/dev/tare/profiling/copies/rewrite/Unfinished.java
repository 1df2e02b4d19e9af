package dev.tare.profiling.copies.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The instances that code has made and not yet initialised: each constructor call belongs to the
 * latest of them, or to none if it initialises {@code this}.
 */
final class Unfinished {
  private final Deque<Instance> instances = new ArrayDeque<>();
  private boolean justMade;

  /** What becomes of an instance that a constructor has initialised. */
  enum Fate {
    /** Another reference to it is on the stack. */
    KEPT,
    /** No other reference is. */
    DROPPED,
    /** It is {@code this}, of a subclass or of the same class. */
    SUBCLASS
  }

  private record Instance(String type, boolean kept) {}

  void made(String type) {
    instances.push(new Instance(type, false));
    justMade = true;
  }

  /** The stack's top was doubled. */
  void doubled() {
    if (justMade) {
      instances.push(new Instance(instances.pop().type(), true));
    }
    justMade = false;
  }

  /** Some other instruction came. */
  void another() {
    justMade = false;
  }

  Fate initialised(String type) {
    Instance latest = instances.peek();
    if (latest == null || !latest.type().equals(type)) {
      return Fate.SUBCLASS;
    }
    instances.pop();
    return latest.kept() ? Fate.KEPT : Fate.DROPPED;
  }
}
