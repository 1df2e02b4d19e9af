package dev.tare.scheduler.message.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.scheduler.error.MessageFormatException;
import java.util.Arrays;

/** Texts as UTF-8, straight into and out of a larger array. */
final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /** How many bytes {@code text} takes; what is no character counts as a question mark. */
  static long length(String text) {
    int chars = text.length();
    long bytes = chars;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        if (c < 0x800) {
          bytes += 1;
        } else if (!Character.isSurrogate(c)) {
          bytes += 2;
        } else if (isPair(text, i)) {
          bytes += 2; // four for two
          i++;
        }
      }
    }
    return bytes;
  }

  /**
   * Writes {@code text}.
   *
   * @return where it ends
   */
  static int put(byte[] array, int at, String text) {
    int chars = text.length();
    int next = at;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        array[next++] = (byte) c;
      } else if (c < 0x800) {
        array[next++] = (byte) (0xc0 | c >> 6);
        array[next++] = tail(c);
      } else if (!Character.isSurrogate(c)) {
        array[next++] = (byte) (0xe0 | c >> 12);
        array[next++] = tail(c >> 6);
        array[next++] = tail(c);
      } else if (isPair(text, i)) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        array[next++] = (byte) (0xf0 | point >> 18);
        array[next++] = tail(point >> 12);
        array[next++] = tail(point >> 6);
        array[next++] = tail(point);
      } else {
        array[next++] = '?';
      }
    }
    return next;
  }

  /**
   * Reads a text that lies within the array.
   *
   * @throws MessageFormatException if it is not UTF-8
   */
  static String get(byte[] array, int at, int length) {
    String text = new String(array, at, length, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !is(array, at, length, text)) {
      throw new MessageFormatException("a text of a message is not UTF-8");
    }
    return text;
  }

  /** Whether the bytes are those of {@code text}: then its replacement characters were sent. */
  private static boolean is(byte[] array, int at, int length, String text) {
    byte[] again = text.getBytes(UTF_8);
    return Arrays.equals(array, at, at + length, again, 0, again.length);
  }

  /** A byte after the first, with the lowest 6 bits. */
  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }

  private static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }
}
