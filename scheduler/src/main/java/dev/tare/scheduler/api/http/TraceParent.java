package dev.tare.scheduler.api.http;

import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context: {@code 00-trace-span-flags}. */
final class TraceParent {
  static final String HEADER = "traceparent";
  private static final int CHARS = 55;

  private TraceParent() {}

  /** The header if it is one, otherwise null: a trace that can not be read is not passed on. */
  static @Nullable String of(@Nullable String header) {
    if (header == null || header.length() < CHARS) {
      return null;
    }
    boolean known = header.startsWith("00");
    if ((known && header.length() > CHARS)
        || (header.length() > CHARS && header.charAt(CHARS) != '-')
        || header.startsWith("ff")) {
      return null;
    }
    boolean formed = isHex(header, 0, 2)
        && header.charAt(2) == '-'
        && isHex(header, 3, 35)
        && !isZero(header, 3, 35)
        && header.charAt(35) == '-'
        && isHex(header, 36, 52)
        && !isZero(header, 36, 52)
        && header.charAt(52) == '-'
        && isHex(header, 53, CHARS);
    if (!formed) {
      return null;
    }
    return known ? header : "00" + header.substring(2, CHARS);
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
