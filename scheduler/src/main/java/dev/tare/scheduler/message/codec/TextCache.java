package dev.tare.scheduler.message.codec;

import org.jspecify.annotations.Nullable;

/**
 * Texts that nearly every message repeats: task types, worker ids, requesters. A short one that was
 * decoded lately is the same instance again, without allocating. Of fixed size, whatever is sent to
 * it: a text takes the place of another. Safe for threads without a lock, because a String is safe
 * however it is published.
 */
public final class TextCache {
  static final int PLACES = 256;
  static final int MAX_TEXT_BYTES = 64;

  private final @Nullable String[] texts = new String[PLACES];

  /** With nothing in it. */
  public TextCache() {}

  /**
   * The text that a part of an array is in UTF-8.
   *
   * @throws dev.tare.scheduler.error.MessageFormatException if it is not UTF-8
   */
  public String get(byte[] array, int at, int length) {
    if (length > MAX_TEXT_BYTES) {
      return Utf8.get(array, at, length);
    }
    int hash = 0;
    for (int i = at; i < at + length; i++) {
      hash = 31 * hash + array[i];
    }
    int place = (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
    String cached = texts[place];
    if (cached != null && is(cached, array, at, length)) {
      return cached;
    }
    String text = Utf8.get(array, at, length);
    texts[place] = text;
    return text;
  }

  /** A byte of a text that is not ASCII is negative and equals no character. */
  private static boolean is(String text, byte[] array, int at, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != array[at + i]) {
        return false;
      }
    }
    return true;
  }
}
