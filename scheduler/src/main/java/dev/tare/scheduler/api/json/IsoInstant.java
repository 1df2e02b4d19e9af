package dev.tare.scheduler.api.json;

/**
 * Epoch milliseconds as {@code 2026-03-01T12:00:00.000Z}, into an array that is reused: no instant,
 * no formatter. Days to dates after H. Hinnant, "chrono-compatible low-level date algorithms".
 */
final class IsoInstant {
  static final int CHARS = 24;
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MIN = -62_167_219_200_000L; // 0000-01-01
  private static final long MAX = 253_402_300_799_999L; // 9999-12-31, its last millisecond

  private IsoInstant() {}

  /** Whether the year has four digits; others do not fit. */
  static boolean fits(long millis) {
    return millis >= MIN && millis <= MAX;
  }

  /** Fills {@code into}, which has {@link #CHARS} elements. */
  static void write(long millis, char[] into) {
    int ofDay = (int) Math.floorMod(millis, DAY_MILLIS);
    writeDate(Math.floorDiv(millis, DAY_MILLIS), into);
    into[10] = 'T';
    digits(ofDay / 3_600_000, 2, into, 11);
    into[13] = ':';
    digits(ofDay / 60_000 % 60, 2, into, 14);
    into[16] = ':';
    digits(ofDay / 1_000 % 60, 2, into, 17);
    into[19] = '.';
    digits(ofDay % 1_000, 3, into, 20);
    into[23] = 'Z';
  }

  private static void writeDate(long epochDay, char[] into) {
    long shifted = epochDay + 719_468; // days since 0000-03-01, when leap days end years
    long era = Math.floorDiv(shifted, 146_097);
    int ofEra = (int) Math.floorMod(shifted, 146_097L);
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int day = ofYear - (153 * fromMarch + 2) / 5 + 1;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = (int) (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
    digits(year, 4, into, 0);
    into[4] = '-';
    digits(month, 2, into, 5);
    into[7] = '-';
    digits(day, 2, into, 8);
  }

  private static void digits(int value, int count, char[] into, int at) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
