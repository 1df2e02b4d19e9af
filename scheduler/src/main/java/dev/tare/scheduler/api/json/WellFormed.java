package dev.tare.scheduler.api.json;

import dev.tare.scheduler.model.Bytes;

/**
 * Says whether bytes are UTF-8, and whether they are JSON (RFC 8259), without allocating: what an
 * executor left as a result may be either, and is looked at whenever it is shown.
 */
final class WellFormed {

  private WellFormed() {}

  /** Whether the bytes are UTF-8: no overlong form, no surrogate, nothing above U+10FFFF. */
  static boolean isUtf8(Bytes text) {
    byte[] array = text.array();
    int to = text.offset() + text.length();
    int at = text.offset();
    while (at < to) {
      at = array[at] >= 0 ? at + 1 : afterSequence(array, at, to);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes are one JSON value of at most {@link Json#MAX_DEPTH} levels, in UTF-8. */
  static boolean isJson(Bytes text) {
    byte[] array = text.array();
    int to = text.offset() + text.length();
    int at = afterSpace(array, text.offset(), to);
    long objects = 0; // bit 0 is the innermost level: whether that is an object
    int depth = 0;
    while (true) {
      // a value is to begin at this place
      if (at >= to) {
        return false;
      }
      byte first = array[at];
      if (first == '{' || first == '[') {
        if (++depth > Json.MAX_DEPTH) {
          return false;
        }
        objects = objects << 1 | (first == '{' ? 1 : 0);
        at = afterSpace(array, at + 1, to);
        boolean empty = at < to && array[at] == first + 2; // the ASCII codes are two apart
        if (!empty) {
          at = first == '{' ? afterName(array, at, to) : at;
          if (at < 0) {
            return false;
          }
          continue;
        }
      } else {
        at = afterScalar(array, at, to);
        if (at < 0) {
          return false;
        }
        at = afterSpace(array, at, to);
      }
      // a value has ended, or an empty one is about to
      while (depth > 0 && at < to && array[at] == ((objects & 1) == 1 ? '}' : ']')) {
        objects >>>= 1;
        depth--;
        at = afterSpace(array, at + 1, to);
      }
      if (depth == 0) {
        return at == to;
      }
      if (at >= to || array[at] != ',') {
        return false;
      }
      at = afterSpace(array, at + 1, to);
      at = (objects & 1) == 1 ? afterName(array, at, to) : at;
      if (at < 0) {
        return false;
      }
    }
  }

  private static int afterSpace(byte[] array, int at, int to) {
    int next = at;
    while (next < to
        && (array[next] == ' '
            || array[next] == '\n'
            || array[next] == '\r'
            || array[next] == '\t')) {
      next++;
    }
    return next;
  }

  /** Behind a member's name and its colon, where its value is to begin; -1 if there is none. */
  private static int afterName(byte[] array, int at, int to) {
    if (at >= to || array[at] != '"') {
      return -1;
    }
    int end = afterText(array, at + 1, to);
    if (end < 0) {
      return -1;
    }
    int colon = afterSpace(array, end, to);
    return colon < to && array[colon] == ':' ? afterSpace(array, colon + 1, to) : -1;
  }

  private static int afterScalar(byte[] array, int at, int to) {
    return switch (array[at]) {
      case '"' -> afterText(array, at + 1, to);
      case 't' -> afterWord(array, at, to, "true");
      case 'f' -> afterWord(array, at, to, "false");
      case 'n' -> afterWord(array, at, to, "null");
      default -> afterNumber(array, at, to);
    };
  }

  private static int afterWord(byte[] array, int at, int to, String word) {
    if (to - at < word.length()) {
      return -1;
    }
    for (int i = 1; i < word.length(); i++) {
      if (array[at + i] != word.charAt(i)) {
        return -1;
      }
    }
    return at + word.length();
  }

  private static int afterNumber(byte[] array, int from, int to) {
    int at = from < to && array[from] == '-' ? from + 1 : from;
    int whole = afterDigits(array, at, to);
    if (whole == at || (array[at] == '0' && whole > at + 1)) {
      return -1;
    }
    at = whole;
    if (at < to && array[at] == '.') {
      int fraction = afterDigits(array, at + 1, to);
      if (fraction == at + 1) {
        return -1;
      }
      at = fraction;
    }
    if (at < to && (array[at] | 0x20) == 'e') {
      at++;
      if (at < to && (array[at] == '+' || array[at] == '-')) {
        at++;
      }
      int exponent = afterDigits(array, at, to);
      return exponent == at ? -1 : exponent;
    }
    return at;
  }

  private static int afterDigits(byte[] array, int at, int to) {
    int next = at;
    while (next < to && array[next] >= '0' && array[next] <= '9') {
      next++;
    }
    return next;
  }

  /** Behind the quote that ends a text which begins here; -1 if none does. */
  private static int afterText(byte[] array, int from, int to) {
    int at = from;
    while (at < to) {
      byte next = array[at];
      if (next == '"') {
        return at + 1;
      } else if (next == '\\') {
        at = afterEscape(array, at + 1, to);
      } else if (next < 0) {
        at = afterSequence(array, at, to);
      } else {
        at = next < 0x20 ? -1 : at + 1;
      }
      if (at < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static int afterEscape(byte[] array, int at, int to) {
    if (at >= to) {
      return -1;
    }
    return switch (array[at]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
      case 'u' -> {
        for (int i = 1; i <= 4; i++) {
          if (at + i >= to || Character.digit(array[at + i], 16) < 0) {
            yield -1;
          }
        }
        yield at + 5;
      }
      default -> -1;
    };
  }

  /** Behind a character of two to four bytes (Unicode, table 3-7); -1 if it is none. */
  private static int afterSequence(byte[] array, int at, int to) {
    int lead = array[at] & 0xff;
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4 || to - at < length) {
      return -1;
    }
    int second = array[at + 1] & 0xff;
    int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return -1;
    }
    for (int i = 2; i < length; i++) {
      if ((array[at + i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return at + length;
  }
}
