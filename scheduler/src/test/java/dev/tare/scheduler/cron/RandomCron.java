package dev.tare.scheduler.cron;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A random expression of the whole dialect and beside it what it means, said in {@code java.time}:
 * two ways to one schedule.
 *
 * @param text as a user would write it
 * @param seconds which match; likewise minutes, hours and months
 * @param day whether a date matches both day fields
 * @param faults why cron-utils can not judge it
 */
record RandomCron(
    String text,
    BitSet seconds,
    BitSet minutes,
    BitSet hours,
    BitSet months,
    Predicate<LocalDate> day,
    Set<OracleFault> faults) {

  private static final String[] MONTHS = {
    "JAN", "feb", "MAR", "APR", "MAY", "jun", "JUL", "AUG", "Sep", "OCT", "NOV", "DEC"
  };

  static RandomCron next(SplittableRandom random) {
    BitSet seconds = new BitSet();
    BitSet minutes = new BitSet();
    BitSet hours = new BitSet();
    BitSet months = new BitSet();
    Set<OracleFault> faults = EnumSet.noneOf(OracleFault.class);
    List<DayItem> days = items(random, () -> DayItem.day(random));
    List<DayItem> weekdays = items(random, () -> DayItem.weekday(random));
    if (days.size() > 1 && days.stream().anyMatch(DayItem::isSpecial)) {
      faults.add(OracleFault.SPECIAL_DAY_IN_A_LIST);
    }
    days.forEach(item -> faults.addAll(item.faults()));
    weekdays.forEach(item -> faults.addAll(item.faults()));
    String text = String.join(
        " ",
        field(random, 0, 59, seconds, 0.3),
        field(random, 0, 59, minutes, 0.3),
        field(random, 0, 23, hours, 0.3),
        joined(random, days, "?"),
        month(random, months),
        joined(random, weekdays, "*"));
    return new RandomCron(
        text, seconds, minutes, hours, months, anyOf(days).and(anyOf(weekdays)), faults);
  }

  private static String field(
      SplittableRandom random, int lowest, int highest, BitSet matching, double any) {
    if (random.nextDouble() < any) {
      matching.set(lowest, highest + 1);
      return "*";
    }
    return items(random, () -> item(random, lowest, highest, matching)).stream()
        .collect(Collectors.joining(","));
  }

  private static String month(SplittableRandom random, BitSet matching) {
    String text = field(random, 1, 12, matching, 0.7);
    boolean named = text.chars().allMatch(Character::isDigit) && random.nextBoolean();
    return named ? MONTHS[matching.nextSetBit(0) - 1] : text;
  }

  /** One of the forms of values that every field takes. */
  static String item(SplittableRandom random, int lowest, int highest, BitSet matching) {
    int from = random.nextInt(lowest, highest + 1);
    int to = random.nextInt(from, highest + 1);
    int step = random.nextInt(1, random.nextBoolean() ? Math.min(7, highest) : highest + 1);
    return switch (random.nextInt(6)) {
      case 0 -> set(matching, from, to, 1, from + "-" + to);
      case 1 -> set(matching, from, highest, step, from + "/" + step);
      case 2 -> set(matching, from, to, step, from + "-" + to + "/" + step);
      case 3 -> set(matching, lowest, highest, step, "*/" + step);
      case 4 -> set(matching, from, from, 1, from < 10 ? "0" + from : "" + from);
      default -> set(matching, from, from, 1, "" + from);
    };
  }

  private static String set(BitSet matching, int from, int to, int step, String text) {
    for (int value = from; value <= to; value += step) {
      matching.set(value);
    }
    return text;
  }

  private static <T> List<T> items(SplittableRandom random, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(2, 5) : 1; i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  private static Predicate<LocalDate> anyOf(List<DayItem> items) {
    return date ->
        items.isEmpty() || items.stream().anyMatch(item -> item.matches().test(date));
  }

  private static String joined(SplittableRandom random, List<DayItem> items, String any) {
    if (random.nextInt(10) < 4) {
      items.clear();
      return any;
    }
    return items.stream().map(DayItem::text).collect(Collectors.joining(","));
  }
}
