package dev.tare.scheduler.cron;

/**
 * Dates of the Gregorian calendar from 1970 on, packed into an {@code int}: year, month and day
 * without an object. Days are counted in years that begin in March, so that the leap day is the
 * last of its year.
 */
final class Dates {
  private static final int DAYS_PER_ERA = 146_097;

  /** From 0000-03-01 to 1970-01-01. */
  private static final int EPOCH_DAYS = 719_468;

  private Dates() {}

  static int ofEpochDay(long epochDay) {
    int days = (int) epochDay + EPOCH_DAYS;
    int era = days / DAYS_PER_ERA;
    int dayOfEra = days % DAYS_PER_ERA;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    return (year << 9) | (month << 5) | day;
  }

  static int year(int date) {
    return date >>> 9;
  }

  static int month(int date) {
    return (date >>> 5) & 15;
  }

  static int day(int date) {
    return date & 31;
  }

  static long epochDay(int year, int month, int day) {
    int marchYear = month <= 2 ? year - 1 : year;
    int monthFromMarch = month <= 2 ? month + 9 : month - 3;
    int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    return marchYear * 365L
        + marchYear / 4
        - marchYear / 100
        + marchYear / 400
        + dayOfYear
        - EPOCH_DAYS;
  }

  static int lengthOfMonth(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
}
