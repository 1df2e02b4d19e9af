package dev.tare.scheduler.cron;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * One item of a day field and the dates that it means.
 *
 * @param text as a user would write it
 * @param matches the dates that it means
 * @param faults why cron-utils can not judge it
 */
record DayItem(String text, Predicate<LocalDate> matches, Set<OracleFault> faults) {
  private static final String[] WEEKDAYS = {"SUN", "mon", "TUE", "WED", "Thu", "FRI", "SAT"};

  private DayItem(String text, Predicate<LocalDate> matches) {
    this(text, matches, Set.of());
  }

  /** Whether it is neither a value nor a range: L, L-3, LW or 15W. */
  boolean isSpecial() {
    return text.indexOf('L') >= 0 || text.indexOf('W') >= 0;
  }

  static DayItem day(SplittableRandom random) {
    int day = random.nextInt(1, 32);
    int back = random.nextInt(1, 31);
    return switch (random.nextInt(12)) {
      case 0 -> new DayItem("L", date -> date.equals(date.with(lastDayOfMonth())));
      case 1 ->
        new DayItem("L-" + back, date -> date.getDayOfMonth() == date.lengthOfMonth() - back);
      case 2 -> new DayItem("LW", date -> date.equals(nearestWeekday(date.with(lastDayOfMonth()))));
      case 3 ->
        new DayItem(
            day + "W",
            date -> day <= date.lengthOfMonth()
                && date.equals(nearestWeekday(date.withDayOfMonth(day))),
            day < 28 ? Set.of() : Set.of(OracleFault.NEAREST_WEEKDAY_AT_THE_END_OF_A_MONTH));
      default -> {
        BitSet matching = new BitSet();
        String text = RandomCron.item(random, 1, 31, matching);
        yield new DayItem(text, date -> matching.get(date.getDayOfMonth()));
      }
    };
  }

  static DayItem weekday(SplittableRandom random) {
    int weekday = random.nextInt(0, 8);
    DayOfWeek java = DayOfWeek.of(weekday == 0 ? 7 : weekday);
    String text = random.nextBoolean() ? "" + weekday : WEEKDAYS[weekday % 7];
    int nth = random.nextInt(1, 6);
    int step = random.nextInt(1, 8);
    return switch (random.nextInt(6)) {
      case 0 -> new DayItem(weekday + "L", date -> date.equals(date.with(lastInMonth(java))));
      case 1 ->
        new DayItem(
            text + "#" + nth,
            date -> date.getDayOfWeek() == java && (date.getDayOfMonth() + 6) / 7 == nth);
      case 2 -> range(weekday % 7, random.nextInt(0, 7), random.nextBoolean() ? 1 : step);
      case 3 -> new DayItem(text + "/" + step, date -> isStep(date, weekday % 7, step));
      default -> new DayItem(text, date -> date.getDayOfWeek() == java);
    };
  }

  private static DayItem range(int from, int length, int step) {
    String text = WEEKDAYS[from] + "-" + WEEKDAYS[(from + length) % 7];
    Set<OracleFault> faults = EnumSet.noneOf(OracleFault.class);
    if (step != 1 && (from == 0 || from + length >= 7)) {
      faults.add(OracleFault.STEP_IN_A_RANGE_OVER_SUNDAY);
    }
    if (step == 7) {
      faults.add(OracleFault.STEP_OF_SEVEN_IN_A_RANGE);
    }
    return new DayItem(
        step == 1 ? text : text + "/" + step,
        date -> {
          int distance = Math.floorMod(date.getDayOfWeek().getValue() - from, 7);
          return distance <= length && distance % step == 0;
        },
        faults);
  }

  /** The field counts from 0, Sunday, to 7, Sunday again. */
  private static boolean isStep(LocalDate date, int from, int step) {
    int weekday = date.getDayOfWeek().getValue();
    boolean counted = weekday >= from && (weekday - from) % step == 0;
    return counted || (weekday == 7 && from == 0);
  }

  private static LocalDate nearestWeekday(LocalDate date) {
    LocalDate near = switch (date.getDayOfWeek()) {
      case SATURDAY -> date.minusDays(1);
      case SUNDAY -> date.plusDays(1);
      default -> date;
    };
    if (near.getMonth() == date.getMonth()) {
      return near;
    }
    return near.isBefore(date) ? date.plusDays(2) : date.minusDays(2);
  }
}
