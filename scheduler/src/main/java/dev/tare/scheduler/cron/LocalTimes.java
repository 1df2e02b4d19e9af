package dev.tare.scheduler.cron;

/**
 * The local times that a schedule matches, as bits a field; knows no zone. Local times are seconds
 * since 1970-01-01T00:00 on the wall clock.
 */
final class LocalTimes {
  private static final int DAY_SECONDS = 24 * 60 * 60;
  private static final int NONE = -1;

  private final long seconds;
  private final long minutes;
  private final long hours;
  private final long months;
  private final MonthDays days;
  private final int firstOfDay;

  /** Bit n stands for the value n; no field is empty. */
  LocalTimes(long seconds, long minutes, long hours, MonthDays days, long months) {
    this.seconds = seconds;
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
    this.months = months;
    this.firstOfDay = secondOfDay(first(hours), first(minutes), first(seconds));
  }

  /** The first match from {@code local} on, or a number of {@code end} or more if there is none. */
  long firstAtOrAfter(long local, long end) {
    long today = Math.floorDiv(local, DAY_SECONDS);
    int time = timeAtOrAfter((int) (local - today * DAY_SECONDS));
    long lastDay = Math.floorDiv(end - 1, DAY_SECONDS);
    long day = dayAtOrAfter(time == NONE ? today + 1 : today, lastDay);
    if (day > lastDay) {
      return end;
    }
    return day * DAY_SECONDS + (day == today ? time : firstOfDay);
  }

  private int timeAtOrAfter(int secondOfDay) {
    int hour = secondOfDay / 3600;
    int minute = secondOfDay / 60 % 60;
    if (contains(hours, hour)) {
      if (contains(minutes, minute)) {
        int second = firstFrom(seconds, secondOfDay % 60);
        if (second < Long.SIZE) {
          return secondOfDay(hour, minute, second);
        }
      }
      int laterMinute = firstFrom(minutes, minute + 1);
      if (laterMinute < Long.SIZE) {
        return secondOfDay(hour, laterMinute, first(seconds));
      }
    }
    int laterHour = firstFrom(hours, hour + 1);
    return laterHour < Long.SIZE ? secondOfDay(laterHour, first(minutes), first(seconds)) : NONE;
  }

  /** A day, counted from 1970-01-01; one after {@code lastDay} if there is none. */
  private long dayAtOrAfter(long day, long lastDay) {
    int date = Dates.ofEpochDay(day);
    int year = Dates.year(date);
    int month = Dates.month(date);
    int from = Dates.day(date);
    while (true) {
      if (contains(months, month)) {
        long firstOfMonth = Dates.epochDay(year, month, 1);
        if (firstOfMonth > lastDay) {
          return firstOfMonth;
        }
        int matching = days.in(year, month, firstOfMonth) & (-1 << from);
        if (matching != 0) {
          return firstOfMonth + Integer.numberOfTrailingZeros(matching) - 1;
        }
      }
      from = 1;
      month = firstFrom(months, month + 1);
      if (month >= Long.SIZE) {
        month = first(months);
        year++;
      }
    }
  }

  private static boolean contains(long bits, int value) {
    return ((bits >>> value) & 1) != 0;
  }

  private static int first(long bits) {
    return Long.numberOfTrailingZeros(bits);
  }

  /** 64 if there is none. */
  private static int firstFrom(long bits, int value) {
    return Long.numberOfTrailingZeros(bits & (-1L << value));
  }

  private static int secondOfDay(int hour, int minute, int second) {
    return (hour * 60 + minute) * 60 + second;
  }
}
