package dev.tare.scheduler.cron;

import dev.tare.scheduler.error.ValidationException;
import java.util.List;
import java.util.Locale;

/** Reads one expression, field by field, item by item; each item sets bits. Used once. */
final class CronParser {
  private static final List<CronField> FIELDS = List.of(CronField.values());

  private final String written;
  private final long[] bits = new long[FIELDS.size()];
  private int fromLast;
  private int nearest;
  private boolean lastWeekday;
  private long weekdays;
  private int lastWeekdays;

  CronParser(String written) {
    this.written = written;
  }

  LocalTimes parse() {
    String text = written.strip().toUpperCase(Locale.ROOT);
    splitFields(text.startsWith("@") ? expansionOf(text) : text);
    MonthDays days = new MonthDays(
        (int) bits(CronField.DAY_OF_MONTH),
        fromLast,
        nearest,
        lastWeekday,
        weekdays | week(bits(CronField.DAY_OF_WEEK)) * MonthDays.EVERY_WEEK,
        lastWeekdays);
    return new LocalTimes(
        bits(CronField.SECOND),
        bits(CronField.MINUTE),
        bits(CronField.HOUR),
        days,
        bits(CronField.MONTH));
  }

  private String expansionOf(String macro) {
    return switch (macro) {
      case "@YEARLY", "@ANNUALLY" -> "0 0 0 1 1 *";
      case "@MONTHLY" -> "0 0 0 1 * *";
      case "@WEEKLY" -> "0 0 0 * * SUN";
      case "@DAILY", "@MIDNIGHT" -> "0 0 0 * * *";
      case "@HOURLY" -> "0 0 * * * *";
      default ->
        throw new ValidationException(quoted() + " is not a known name: use @yearly, @annually,"
            + " @monthly, @weekly, @daily, @midnight or @hourly");
    };
  }

  private void splitFields(String text) {
    int count = 0;
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        if (count < FIELDS.size()) {
          splitItems(FIELDS.get(count), text.substring(at, end));
        }
        count++;
      }
      at = end + 1;
    }
    if (count != FIELDS.size()) {
      throw wrongCount(count);
    }
  }

  private ValidationException wrongCount(int count) {
    String expected = quoted() + " has " + count + " fields and needs 6: second minute hour"
        + " day-of-month month day-of-week";
    if (count == 5) {
      expected += "; a crontab line takes a second in front: \"0 " + written.strip() + "\"";
    } else if (count == 7) {
      expected += "; a year can not be given";
    }
    return new ValidationException(expected);
  }

  private void splitItems(CronField field, String text) {
    for (int at = 0; at <= text.length(); ) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 ? text.length() : comma;
      readItem(field, text.substring(at, end));
      at = end + 1;
    }
  }

  private void readItem(CronField field, String item) {
    boolean special = switch (field) {
      case DAY_OF_MONTH -> readSpecialDay(item);
      case DAY_OF_WEEK -> readSpecialWeekday(item);
      default -> false;
    };
    if (!special) {
      readValues(field, item);
    }
  }

  /** {@code L}, {@code L-3}, {@code LW} or {@code 15W}. */
  private boolean readSpecialDay(String item) {
    int length = item.length();
    if (item.equals("L")) {
      fromLast |= 1;
    } else if (item.equals("LW")) {
      lastWeekday = true;
    } else if (item.startsWith("L-")) {
      int days = CronField.number(item, 2, length);
      if (days < 1 || days > 30) {
        throw wrong(CronField.DAY_OF_MONTH, item, "counts back 1 to 30 days from the last");
      }
      fromLast |= 1 << days;
    } else if (length > 1 && item.endsWith("W")) {
      int day = CronField.DAY_OF_MONTH.valueOf(item, 0, length - 1);
      if (day == CronField.UNKNOWN) {
        throw wrong(CronField.DAY_OF_MONTH, item, "needs one day before the W");
      }
      nearest |= 1 << day;
    } else {
      return false;
    }
    return true;
  }

  /** {@code FRIL} or {@code MON#2}. */
  private boolean readSpecialWeekday(String item) {
    int hash = item.indexOf('#');
    boolean last = hash < 0 && item.endsWith("L");
    if (hash < 0 && !last) {
      return false;
    }
    int weekday = CronField.DAY_OF_WEEK.valueOf(item, 0, last ? item.length() - 1 : hash);
    if (weekday == CronField.UNKNOWN) {
      throw wrong(
          CronField.DAY_OF_WEEK, item, "needs one weekday before the " + (last ? 'L' : '#'));
    }
    if (last) {
      lastWeekdays |= 1 << (weekday % 7);
      return true;
    }
    int occurrence = CronField.number(item, hash + 1, item.length());
    if (occurrence < 1 || occurrence > 5) {
      throw wrong(CronField.DAY_OF_WEEK, item, "needs 1 to 5 after the #");
    }
    weekdays |= 1L << (7 * (occurrence - 1) + weekday % 7);
    return true;
  }

  /** {@code *}, a value or a range, each with or without a step. */
  private void readValues(CronField field, String item) {
    if (item.equals("?") && (field == CronField.DAY_OF_MONTH || field == CronField.DAY_OF_WEEK)) {
      addAll(field, field.lowest, field.highest, 1);
      return;
    }
    int slash = item.indexOf('/');
    int end = slash < 0 ? item.length() : slash;
    int step = slash < 0 ? 1 : stepOf(field, item, slash + 1);
    int dash = item.indexOf('-');
    if (end == 1 && item.charAt(0) == '*') {
      addAll(field, field.lowest, field.highest, step);
    } else if (dash >= 0 && dash < end) {
      addRange(
          field, item, valueAt(field, item, 0, dash), valueAt(field, item, dash + 1, end), step);
    } else {
      int value = valueAt(field, item, 0, end);
      // A step runs to the end of its field; a week that is counted on begins with Sunday as 0.
      int from = slash >= 0 && field == CronField.DAY_OF_WEEK ? value % 7 : value;
      addAll(field, from, slash < 0 ? from : field.highest, step);
    }
  }

  private void addRange(CronField field, String item, int from, int to, int step) {
    if (from <= to) {
      addAll(field, from, to, step);
      return;
    }
    if (field != CronField.DAY_OF_WEEK) {
      throw wrong(
          field,
          item,
          "runs backwards: write two ranges, " + item.substring(0, item.indexOf('-') + 1)
              + field.highest + "," + field.lowest + "-" + to);
    }
    for (int day = from; day <= to + 7; day += step) {
      addAll(field, day % 7, day % 7, 1);
    }
  }

  private void addAll(CronField field, int from, int to, int step) {
    for (int value = from; value <= to; value += step) {
      bits[FIELDS.indexOf(field)] |= 1L << value;
    }
  }

  private int valueAt(CronField field, String item, int start, int end) {
    int value = field.valueOf(item, start, end);
    if (value == CronField.UNKNOWN) {
      throw wrong(field, item, "is not allowed");
    }
    return value;
  }

  private int stepOf(CronField field, String item, int start) {
    int step = CronField.number(item, start, item.length());
    if (step < 1 || step > field.highest) {
      throw wrong(field, item, "needs a step of 1 to " + field.highest + " after the /");
    }
    return step;
  }

  private long bits(CronField field) {
    return bits[FIELDS.indexOf(field)];
  }

  /** Weekdays 0-7 as seven bits: 7 is Sunday as well. */
  private static long week(long zeroToSeven) {
    return (zeroToSeven | (zeroToSeven >>> 7)) & 127;
  }

  private ValidationException wrong(CronField field, String item, String why) {
    return new ValidationException(quoted() + ": " + field.label() + " \"" + item + "\" " + why
        + "; it takes " + field.allowed());
  }

  private String quoted() {
    return "cron expression \"" + written + '"';
  }
}
