package dev.tare.profiling.copies.count;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The counters that rewritten code calls beside a copying call; named by the rules. The last
 * parameter is the site. Called with whatever the counted call gets, null and nonsense included:
 * they count nothing, and that call says what is wrong.
 */
public final class Moved {
  private Moved() {}

  /** A call gave this array, string, collection or map. */
  public static void result(@Nullable Object result, int site) {
    Counters.copied(site, Weights.of(result));
  }

  /** A call made this result of that argument, which it is if there was nothing to change. */
  public static void changed(@Nullable Object argument, @Nullable Object result, int site) {
    if (argument != result) {
      Counters.copied(site, Weights.of(result));
    }
  }

  /** A call gave this copy of an object. */
  public static void object(@Nullable Object copy, int site) {
    if (copy != null) {
      Counters.copied(site, Weights.shallow(copy));
    }
  }

  /** A call made this object of that one, which it is if there was nothing to change. */
  public static void changedObject(@Nullable Object original, @Nullable Object copy, int site) {
    if (original != copy) {
      object(copy, site);
    }
  }

  /** A call moves the whole of this array. */
  public static void array(@Nullable Object array, int site) {
    Counters.copied(site, Weights.array(array));
  }

  /** A call moves the references in this collection or map. */
  public static void collection(@Nullable Object source, int site) {
    Counters.copied(site, Weights.of(source));
  }

  /** A call moves what is left in this buffer. */
  public static void buffer(@Nullable Object source, int site) {
    Counters.copied(site, Weights.remaining(source));
  }

  /** A call moves this string into a buffer of characters. */
  public static void chars(@Nullable Object string, int site) {
    Counters.copied(site, string instanceof String text ? 2L * text.length() : 0);
  }

  /** A call moves these characters of a string into a buffer of characters. */
  public static void chars(int start, int end, int site) {
    Counters.copied(site, 2L * Math.max(0, end - start));
  }

  /** A call makes an array of so many elements, as far as it can of this one's. */
  public static void firstOf(@Nullable Object array, int length, int site) {
    long most = (long) Weights.element(array) * length;
    Counters.copied(site, Math.min(Weights.array(array), most));
  }

  /**
   * A call moves the references in this collection into an array, that one if it is long enough.
   */
  public static void elements(@Nullable Object source, @Nullable Object array, int site) {
    if (array != null && source instanceof Collection<?> collection) {
      Counters.copied(site, (long) Weights.reference() * collection.size());
    }
  }

  /** A call moves so many elements of one byte. */
  public static void run1(int length, int site) {
    Counters.copied(site, length);
  }

  /** A call moves so many elements of two bytes. */
  public static void run2(int length, int site) {
    Counters.copied(site, 2L * length);
  }

  /** A call moves so many elements of four bytes. */
  public static void run4(int length, int site) {
    Counters.copied(site, 4L * length);
  }

  /** A call moves so many elements of eight bytes. */
  public static void run8(int length, int site) {
    Counters.copied(site, 8L * length);
  }

  /** A call boxes. */
  public static void boxed(int site) {
    Counters.called(site);
  }
}
