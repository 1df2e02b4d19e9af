package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.Completion;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that is filled again and again, for one thread. */
final class CompletionBatch extends AbstractList<Completion> implements RandomAccess {
  private final @Nullable Completion[] array;
  private int size;

  CompletionBatch(int capacity) {
    array = new @Nullable Completion[capacity];
  }

  @Override
  public Completion get(int index) {
    return Objects.requireNonNull(array[Objects.checkIndex(index, size)]);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void clear() {
    Arrays.fill(array, 0, size, null);
    size = 0;
  }

  void add(@Nullable Completion[] from, int offset, int count) {
    System.arraycopy(from, offset, array, size, count);
    size += count;
  }
}
