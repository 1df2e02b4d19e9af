package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.Completion;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A part of a ring as a list, nothing copied, for the one thread that takes. It shows what it
 * showed first until the part is removed from the ring: nobody else writes there before.
 */
final class CompletionBatch extends AbstractList<Completion> implements RandomAccess {
  private final @Nullable Completion[] ring;
  private int first;
  private int size;

  /** Shows nothing. */
  CompletionBatch(@Nullable Completion[] ring) {
    this.ring = ring;
  }

  @Override
  public Completion get(int index) {
    int at = first + Objects.checkIndex(index, size);
    return Objects.requireNonNull(ring[at < ring.length ? at : at - ring.length]);
  }

  @Override
  public int size() {
    return size;
  }

  /** Shows so many from there on, around the end of the ring. */
  void show(int from, int count) {
    first = from;
    size = count;
  }
}
