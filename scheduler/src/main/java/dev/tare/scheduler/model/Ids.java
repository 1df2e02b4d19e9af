package dev.tare.scheduler.model;

import java.util.Arrays;

/**
 * A short immutable list of ids, such as the tasks that a task depends on. Thread-safe; two lists
 * are equal if they hold the same ids in the same order.
 */
public final class Ids {
  /** The empty list. */
  public static final Ids NONE = new Ids(new long[0]);

  private final long[] array;

  private Ids(long[] array) {
    this.array = array;
  }

  /** These ids; the array is given away and not changed afterwards. */
  public static Ids of(long... ids) {
    return ids.length == 0 ? NONE : new Ids(ids);
  }

  /** How many there are. */
  public int size() {
    return array.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return array.length == 0;
  }

  /** One of them, 0 being the first. */
  public long at(int index) {
    return array[index];
  }

  /** Whether this id is one of them; a scan. */
  public boolean contains(long id) {
    for (long each : array) {
      if (each == id) {
        return true;
      }
    }
    return false;
  }

  /** The array itself; not to be changed. */
  public long[] array() {
    return array;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ids that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /** The ids as a JSON array, {@code [3,17]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(2 + 8 * array.length).append('[');
    for (int i = 0; i < array.length; i++) {
      text.append(i == 0 ? "" : ",").append(array[i]);
    }
    return text.append(']').toString();
  }
}
