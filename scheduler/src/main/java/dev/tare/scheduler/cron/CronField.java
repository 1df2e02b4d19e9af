package dev.tare.scheduler.cron;

import java.util.Locale;

/** The six fields in the order in which they are written, and the values that each takes. */
enum CronField {
  SECOND(0, 59),
  MINUTE(0, 59),
  HOUR(0, 23),
  DAY_OF_MONTH(1, 31, ", L, L-3, LW, 15W", ""),
  MONTH(1, 12, "", "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"),
  DAY_OF_WEEK(0, 7, ", FRIL (the last), MON#2 (the second)", "SUNMONTUEWEDTHUFRISAT");

  static final int UNKNOWN = -1;

  final int lowest;
  final int highest;
  private final String special;

  /** Three letters each, from the lowest value on. */
  private final String names;

  CronField(int lowest, int highest) {
    this(lowest, highest, "", "");
  }

  CronField(int lowest, int highest, String special, String names) {
    this.lowest = lowest;
    this.highest = highest;
    this.special = special;
    this.names = names;
  }

  /** The value that a number or a name in capitals stands for, or {@link #UNKNOWN}. */
  int valueOf(String text, int start, int end) {
    if (end - start == 3) {
      for (int at = 0; at < names.length(); at += 3) {
        if (text.regionMatches(start, names, at, 3)) {
          return lowest + at / 3;
        }
      }
    }
    int number = number(text, start, end);
    return number >= lowest && number <= highest ? number : UNKNOWN;
  }

  /** The number in ASCII digits, or {@link #UNKNOWN} if it is none or has more than four. */
  static int number(String text, int start, int end) {
    if (start >= end || end - start > 4) {
      return UNKNOWN;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return UNKNOWN;
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What the field takes, for an error. */
  String allowed() {
    String named = names.isEmpty()
        ? ""
        : " or " + names.substring(0, 3) + "-" + names.substring(names.length() - 3);
    return lowest + "-" + highest + named + ", *, ranges (a-b), steps (a/n, a-b/n, */n)" + special
        + ", and lists of these";
  }
}
