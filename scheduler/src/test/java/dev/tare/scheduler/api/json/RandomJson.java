package dev.tare.scheduler.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Documents at random: valid ones, and such with a few bytes changed. */
public final class RandomJson {
  private static final String[] SCALARS = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "12",
    "-3.25",
    "1e9",
    "1E-7",
    "9007199254740993",
    "\"\"",
    "\"text\"",
    "\"é✓😀\"",
    "\"\\u00e9\\n\\\"\\\\\"",
    "\"\\ud83d\\ude00\"",
    "\"/\\/\"",
    "1.0",
    "0.5e+10"
  };
  private static final String[] NAMES = {"a", "b", "c", "é", "\\u0061b", "a\\\"b", "", "😀"};
  private static final String[] SPACES = {"", "", "", " ", "\n", "\t ", "\r\n"};
  private static final byte[] ODD =
      "{}[]\",:\\tfn0123456789eE+-. \n\u0000\u001fu/x\u00c3(\u00f0\u00ed\u00a0\u00ff"
          .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  private final Random random;

  /** From this source of randomness. */
  public RandomJson(Random random) {
    this.random = random;
  }

  /** A valid document, members named once. */
  public String value(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind < 2) {
      return SCALARS[random.nextInt(SCALARS.length)];
    }
    return kind == 2 ? array(depth) : object(depth);
  }

  /** A valid object. */
  public String object(int depth) {
    StringBuilder text = new StringBuilder("{").append(space());
    int shift = random.nextInt(NAMES.length);
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(space());
      text.append('"').append(NAMES[(shift + i) % NAMES.length]).append('"');
      text.append(space()).append(':').append(space());
      text.append(value(depth - 1)).append(space());
    }
    return text.append('}').toString();
  }

  private String array(int depth) {
    StringBuilder text = new StringBuilder("[").append(space());
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(space()).append(value(depth - 1)).append(space());
    }
    return text.append(']').toString();
  }

  /** A document with up to three bytes put in, taken away or changed. */
  public byte[] damaged(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length + 1);
      int removed = at < bytes.length ? random.nextInt(2) : 0;
      int added = random.nextInt(2);
      byte[] next = new byte[bytes.length - removed + added];
      System.arraycopy(bytes, 0, next, 0, at);
      for (int i = 0; i < added; i++) {
        next[at + i] = ODD[random.nextInt(ODD.length)];
      }
      System.arraycopy(bytes, at + removed, next, at + added, bytes.length - at - removed);
      bytes = next;
    }
    return bytes;
  }

  private String space() {
    return SPACES[random.nextInt(SPACES.length)];
  }
}
