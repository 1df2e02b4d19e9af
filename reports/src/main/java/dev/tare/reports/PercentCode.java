package dev.tare.reports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Percent-encoding with a chosen set of bytes that stand for themselves: makes any string a file
 * name or a word without spaces, and gives it back unchanged.
 */
public final class PercentCode {
  private static final String HEX = "0123456789ABCDEF";

  private final BitSet plain = new BitSet(128);

  /** ASCII letters, digits and {@code others} are kept; everything else is encoded. */
  public PercentCode(String others) {
    plain.set('a', 'z' + 1);
    plain.set('A', 'Z' + 1);
    plain.set('0', '9' + 1);
    others.chars().forEach(plain::set);
  }

  /** The text in plain bytes and {@code %} codes. */
  public String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && plain.get(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }

  /** The inverse of {@link #encode}; refuses a {@code %} without two hexadecimal digits. */
  public static String decode(String encoded) {
    byte[] utf8 = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(utf8.length);
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] != '%') {
        decoded.put(utf8[i]);
        continue;
      }
      int high = i + 1 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
      int low = i + 2 < utf8.length ? Character.digit(utf8[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("'%' needs two hexadecimal digits after it");
      }
      decoded.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("the encoded bytes are not UTF-8", malformed);
    }
  }
}
