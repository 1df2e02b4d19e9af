package dev.tare.scheduler.message;

import org.jspecify.annotations.Nullable;

/**
 * Where in a distributed trace something happened: the {@code traceparent} of W3C Trace Context,
 * version 00, as numbers.
 *
 * @param traceIdHigh the first 8 bytes of the trace's id
 * @param traceIdLow the last 8 bytes of the trace's id
 * @param parentId the span that caused it
 * @param flags bit 0: the trace is sampled
 */
public record TraceParent(long traceIdHigh, long traceIdLow, long parentId, int flags) {
  private static final int TEXT_CHARS = 55;
  private static final String DIGITS = "0123456789abcdef";

  /** Refuses what the standard calls invalid: an id of zeroes, flags of more than a byte. */
  public TraceParent {
    if ((traceIdHigh | traceIdLow) == 0 || parentId == 0) {
      throw new IllegalArgumentException("an id of a traceparent is all zeroes");
    }
    if (flags != (flags & 0xff)) {
      throw new IllegalArgumentException("the flags of a traceparent are a byte, not " + flags);
    }
  }

  /**
   * Reads the value of a {@code traceparent} header.
   *
   * @return null if it is invalid: the standard asks to go on as if there were none
   */
  public static @Nullable TraceParent parse(String text) {
    if (text.length() < TEXT_CHARS || !isDelimited(text)) {
      return null;
    }
    boolean known = text.startsWith("00");
    boolean longer = text.length() > TEXT_CHARS;
    if (text.startsWith("ff") || (longer && (known || text.charAt(TEXT_CHARS) != '-'))) {
      return null; // a later version may only append
    }
    for (int i = 0; i < TEXT_CHARS; i++) {
      if (text.charAt(i) != '-' && DIGITS.indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    long high = hex(text, 3, 19);
    long low = hex(text, 19, 35);
    long parent = hex(text, 36, 52);
    boolean zero = (high | low) == 0 || parent == 0;
    return zero ? null : new TraceParent(high, low, parent, (int) hex(text, 53, TEXT_CHARS));
  }

  private static boolean isDelimited(String text) {
    for (int i = 0; i < TEXT_CHARS; i++) {
      boolean dash = i == 2 || i == 35 || i == 52;
      if (dash != (text.charAt(i) == '-')) {
        return false;
      }
    }
    return true;
  }

  private static long hex(String text, int from, int to) {
    return Long.parseUnsignedLong(text, from, to, 16);
  }

  /** The value of the header. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(TEXT_CHARS).append("00-");
    append(text, traceIdHigh, 16);
    append(text, traceIdLow, 16);
    append(text.append('-'), parentId, 16);
    append(text.append('-'), flags, 2);
    return text.toString();
  }

  private static void append(StringBuilder text, long value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      text.append(DIGITS.charAt((int) (value >>> shift) & 15));
    }
  }
}
