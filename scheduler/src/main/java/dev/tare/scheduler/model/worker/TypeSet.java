package dev.tare.scheduler.model.worker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of interned task types: a bit a type, so that a test reads one word and allocates nothing.
 * Immutable and thread-safe.
 */
public final class TypeSet {
  /** The highest id that a type can have: a set takes half a kilobyte at most. */
  public static final int MAX_ID = 4095;

  /** Every type, known or not. */
  public static final TypeSet ALL = new TypeSet(new int[0], true);

  /** No type. */
  public static final TypeSet NONE = new TypeSet(new int[0], false);

  private final boolean all;
  private final int[] ids;
  private final long[] words;
  private @Nullable String text; // made when it is first asked for; any thread's will do

  private TypeSet(int[] ids, boolean all) {
    this.all = all;
    this.ids = ids;
    this.words = new long[ids.length == 0 ? 0 : (ids[ids.length - 1] >>> 6) + 1];
    for (int id : ids) {
      words[id >>> 6] |= 1L << id;
    }
  }

  /**
   * These types; repeated ones count once. The array is given away and not changed afterwards.
   *
   * @throws IllegalArgumentException if an id is not 1–{@value #MAX_ID}
   */
  public static TypeSet of(int... ids) {
    int[] sorted =
        isAscending(ids) ? ids : Arrays.stream(ids).sorted().distinct().toArray();
    if (sorted.length == 0) {
      return NONE;
    }
    if (sorted[0] < 1 || sorted[sorted.length - 1] > MAX_ID) {
      throw new IllegalArgumentException(
          "types " + Arrays.toString(sorted) + ": an id is 1 to " + MAX_ID);
    }
    return new TypeSet(sorted, false);
  }

  private static boolean isAscending(int[] ids) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] <= ids[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the set holds this type. */
  public boolean contains(int typeId) {
    if (all) {
      return true;
    }
    int word = typeId >>> 6;
    return word < words.length && (words[word] >>> typeId & 1) != 0;
  }

  /** Whether it is {@link #ALL}: the types that nobody has made yet included. */
  public boolean isAll() {
    return all;
  }

  /** Whether it holds no type at all. */
  public boolean isEmpty() {
    return !all && ids.length == 0;
  }

  /** The ids, ascending; none for {@link #ALL}. Not to be changed. */
  public int[] ids() {
    return ids;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypeSet that && all == that.all && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids) + (all ? 1 : 0);
  }

  /** The ids as a JSON array, or {@code all}; the same string every time. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = all ? "all" : json();
      text = known;
    }
    return known;
  }

  private String json() {
    StringBuilder json = new StringBuilder("[");
    for (int id : ids) {
      json.append(json.length() == 1 ? "" : ",").append(id);
    }
    return json.append(']').toString();
  }
}
