package dev.tare.benchmarks.store;

import dev.tare.scheduler.model.Ids;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what an operation returns, numbers without a box. For one thread. */
public final class Answer {
  private long number;
  private @Nullable Object object;

  /** A number. */
  public void is(long value) {
    number = value;
  }

  /** Yes or no. */
  public void is(boolean value) {
    number = value ? 1 : 0;
  }

  /** Anything else. */
  public void is(@Nullable Object value) {
    object = value;
  }

  /** Sums it up; ids in any order. */
  long digest() {
    Object value = object;
    if (value instanceof long[] ids) {
      value = Arrays.toString(ids);
    } else if (value instanceof Ids ids) {
      List<Long> sorted = Arrays.stream(ids.array()).sorted().boxed().toList();
      value = sorted;
    }
    return 31 * number + String.valueOf(value).hashCode();
  }
}
