package dev.tare.scheduler.cron;

/**
 * The two day fields: which days of a given month match both. Bits throughout; a month is answered
 * as an {@code int} whose bit n stands for its day n.
 *
 * <p>Weekdays are five groups of seven bits, one a week of the month, Sunday first: a plain weekday
 * stands in all five, {@code MON#2} in the second. Turned by the weekday of the month's first day,
 * the groups lie in the order of the days.
 *
 * @param days bit n: day n
 * @param fromLast bit n: n days before the last
 * @param nearest bit n: the weekday nearest to day n
 * @param lastWeekday whether the last weekday, Monday to Friday, matches
 * @param weekdays bit 7(k−1)+d: weekday d (0 is Sunday) in its k-th occurrence
 * @param lastWeekdays bit d: the month's last weekday d
 */
record MonthDays(
    int days, int fromLast, int nearest, boolean lastWeekday, long weekdays, int lastWeekdays) {
  /** Times seven bits: the same bits in all five groups. */
  static final long EVERY_WEEK = 0x10204081L;

  private static final long WEEK = 127;
  private static final int SUNDAY = 0;
  private static final int SATURDAY = 6;

  /** The matching days of a month that starts on {@code firstEpochDay}. */
  int in(int year, int month, long firstEpochDay) {
    int length = Dates.lengthOfMonth(year, month);
    // 1970-01-01 was a Thursday.
    int firstWeekday = (int) ((firstEpochDay + 4) % 7);
    return byDay(length, firstWeekday) & byWeekday(length, firstWeekday);
  }

  private int byDay(int length, int firstWeekday) {
    int matching = days & allDays(length);
    for (int rest = fromLast; rest != 0; rest &= rest - 1) {
      int day = length - Integer.numberOfTrailingZeros(rest);
      matching |= day >= 1 ? 1 << day : 0;
    }
    for (int rest = nearest & allDays(length); rest != 0; rest &= rest - 1) {
      matching |= 1 << nearestWeekday(Integer.numberOfTrailingZeros(rest), length, firstWeekday);
    }
    if (lastWeekday) {
      matching |= 1 << nearestWeekday(length, length, firstWeekday);
    }
    return matching;
  }

  private int byWeekday(int length, int firstWeekday) {
    long byPosition = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      byPosition |= turned((weekdays >>> shift) & WEEK, firstWeekday) << shift;
    }
    int matching = (int) (byPosition << 1) & allDays(length);
    int lastSeven = allDays(length) & ~allDays(length - 7);
    long everyWeek = turned(lastWeekdays, firstWeekday) * EVERY_WEEK;
    return matching | ((int) (everyWeek << 1) & lastSeven);
  }

  /** Sunday-first bits as bits whose lowest stands for the weekday of the month's first day. */
  private static long turned(long week, int firstWeekday) {
    return ((week >>> firstWeekday) | (week << (7 - firstWeekday))) & WEEK;
  }

  private static int nearestWeekday(int day, int length, int firstWeekday) {
    int weekday = (firstWeekday + day - 1) % 7;
    if (weekday == SATURDAY) {
      return day == 1 ? 3 : day - 1;
    }
    if (weekday == SUNDAY) {
      return day == length ? day - 2 : day + 1;
    }
    return day;
  }

  private static int allDays(int length) {
    return (-1 >>> (31 - length)) & ~1;
  }
}
