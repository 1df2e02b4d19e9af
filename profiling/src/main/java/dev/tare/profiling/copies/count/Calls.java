package dev.tare.profiling.copies.count;

import java.util.Arrays;

/**
 * Calls that rewritten code makes here, with the site as a further argument, because what they move
 * can not be told from the top of its operand stack. Each does what it is named after, and counts
 * when that has returned.
 */
public final class Calls {
  private Calls() {}

  /** {@link System#arraycopy}. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // whatever the caller gave it
  public static void arraycopy(Object from, int start, Object to, int place, int length, int site) {
    System.arraycopy(from, start, to, place, length);
    Counters.copied(site, (long) Weights.element(from) * length);
  }

  /** {@link Arrays#copyOf(Object[], int, Class)}. */
  public static <T> T[] copyOf(Object[] array, int length, Class<? extends T[]> type, int site) {
    T[] copy = Arrays.copyOf(array, length, type);
    Moved.firstOf(array, length, site);
    return copy;
  }

  /** {@link Arrays#copyOfRange(Object[], int, int, Class)}. */
  public static <T> T[] copyOfRange(
      Object[] array, int start, int end, Class<? extends T[]> type, int site) {
    T[] copy = Arrays.copyOfRange(array, start, end, type);
    range(array, array.length, start, end, site);
    return copy;
  }

  /** {@code Arrays.copyOfRange} of whatever the elements are. */
  public static Object copyOfRange(Object array, int start, int end, int site) {
    Object copy;
    int length;
    if (array instanceof byte[] bytes) {
      copy = Arrays.copyOfRange(bytes, start, end);
      length = bytes.length;
    } else if (array instanceof char[] chars) {
      copy = Arrays.copyOfRange(chars, start, end);
      length = chars.length;
    } else if (array instanceof int[] ints) {
      copy = Arrays.copyOfRange(ints, start, end);
      length = ints.length;
    } else if (array instanceof long[] longs) {
      copy = Arrays.copyOfRange(longs, start, end);
      length = longs.length;
    } else if (array instanceof double[] doubles) {
      copy = Arrays.copyOfRange(doubles, start, end);
      length = doubles.length;
    } else if (array instanceof float[] floats) {
      copy = Arrays.copyOfRange(floats, start, end);
      length = floats.length;
    } else if (array instanceof short[] shorts) {
      copy = Arrays.copyOfRange(shorts, start, end);
      length = shorts.length;
    } else if (array instanceof boolean[] booleans) {
      copy = Arrays.copyOfRange(booleans, start, end);
      length = booleans.length;
    } else {
      Object[] objects = (Object[]) array;
      copy = Arrays.copyOfRange(objects, start, end);
      length = objects.length;
    }
    range(array, length, start, end, site);
    return copy;
  }

  /** {@link String#substring(int, int)}. */
  public static String substring(String string, int start, int end, int site) {
    String part = string.substring(start, end);
    Moved.changed(string, part, site);
    return part;
  }

  /** {@link String#subSequence}. */
  public static CharSequence subSequence(String string, int start, int end, int site) {
    CharSequence part = string.subSequence(start, end);
    Moved.changed(string, part, site);
    return part;
  }

  /** {@link String#replace(char, char)}. */
  public static String replace(String string, char each, char with, int site) {
    String replaced = string.replace(each, with);
    Moved.changed(string, replaced, site);
    return replaced;
  }

  /** {@link String#replace(CharSequence, CharSequence)}. */
  public static String replace(String string, CharSequence each, CharSequence with, int site) {
    String replaced = string.replace(each, with);
    Moved.changed(string, replaced, site);
    return replaced;
  }

  /** {@link String#getChars}. */
  public static void getChars(String string, int start, int end, char[] to, int place, int site) {
    string.getChars(start, end, to, place);
    Counters.copied(site, (long) Character.BYTES * (end - start));
  }

  /** What a range has beyond the end of its array is filled, not moved. */
  private static void range(Object array, int length, int start, int end, int site) {
    Counters.copied(site, (long) Weights.element(array) * (Math.min(length, end) - start));
  }
}
