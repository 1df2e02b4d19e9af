package dev.tare.scheduler.cron;

import java.time.ZoneId;

/**
 * A cron schedule in a time zone, parsed once. Immutable and thread-safe.
 *
 * <p>Six fields: second (0-59), minute (0-59), hour (0-23), day of month (1-31), month (1-12 or
 * JAN-DEC) and day of week (0-7 or SUN-SAT; 0 and 7 are Sunday, 1 is Monday). A field is a list of
 * values, ranges ({@code 9-17}) and steps: {@code 0/15} from 0 to the field's end, {@code 9-17/2}
 * within the range, and {@code *}{@code /5} from the field's start. Only ranges of weekdays run
 * over the end: {@code FRI-MON}. {@code ?} means the same as {@code *}. An instant matches if all
 * six fields do, so both day fields restrict: {@code 0 0 0 13 * FRI} is every Friday the 13th.
 *
 * <ul>
 *   <li>day of month: {@code L} the last day, {@code L-3} three days earlier, {@code LW} the last
 *       weekday, {@code 15W} the weekday nearest to the 15th in the same month (none in a month
 *       without that day);
 *   <li>day of week: {@code FRIL} the last Friday of the month, {@code MON#2} the second Monday;
 *   <li>{@code @yearly}, {@code @annually}, {@code @monthly}, {@code @weekly}, {@code @daily},
 *       {@code @midnight} and {@code @hourly} stand for the whole.
 * </ul>
 *
 * <p>The five fields of crontab are refused with the six to write instead, as by Spring, Quartz and
 * db-scheduler: taking them would give a forgotten field another meaning. Numbers of weekdays are
 * crontab's, not Quartz's, where 1 is Sunday; names mean the same everywhere.
 *
 * <p>Where clocks go forward, a local time that they skip does not come: the schedule passes over
 * it. Where they go back, a local time that comes twice matches twice, unless it is the only match
 * of the repeated stretch and the next is two hours away or more: a nightly run runs once, at the
 * first pass, and one every ten minutes keeps its pace.
 */
public final class Cron {
  /** Said in place of an instant: there is none. Later than any instant, so it is never due. */
  public static final long NONE = Long.MAX_VALUE;

  private static final int SPARSE_SECONDS = 2 * 60 * 60;

  private final String text;
  private final LocalTimes times;
  private final ZoneOffsets zone;

  private Cron(String text, LocalTimes times, ZoneOffsets zone) {
    this.text = text;
    this.times = times;
    this.zone = zone;
  }

  /**
   * The schedule that {@code text} describes, in {@code zone}.
   *
   * @throws dev.tare.scheduler.error.ValidationException if it is no such expression: the message
   *     names the field, what stands there and what may
   */
  public static Cron parse(String text, ZoneId zone) {
    return new Cron(text, new CronParser(text).parse(), ZoneOffsets.of(zone));
  }

  /**
   * The first match after an instant, or {@link #NONE} if there is none before the year 2200: the
   * 30th of February never comes. Never before 1970. Allocates nothing.
   *
   * @param epochMillis matches at this very instant do not count
   */
  public long nextAfter(long epochMillis) {
    long found = matchAtOrAfter(Math.max(0, Math.floorDiv(epochMillis, 1000L) + 1));
    return found == NONE ? NONE : found * 1000;
  }

  /** The expression as it was written. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  private long matchAtOrAfter(long second) {
    if (second >= ZoneOffsets.HORIZON_SECONDS) {
      return NONE;
    }
    int segment = zone.segmentAt(second);
    long found = search(second, segment);
    if (found != NONE) {
      int reached = zone.segmentAt(found);
      if (zone.isRepeated(found, reached) && isLoneRepeat(found, reached)) {
        return search(found + 1, reached);
      }
    }
    return found;
  }

  /** From one stretch of constant offset to the next; within each, local times are plain. */
  private long search(long from, int segment) {
    for (int i = segment; ; i++) {
      long offset = zone.offsetSeconds(i);
      long end = zone.end(i);
      long local = times.firstAtOrAfter(Math.max(from, zone.start(i)) + offset, end + offset);
      if (local < end + offset) {
        return local - offset;
      }
      if (i == zone.lastSegment()) {
        return NONE;
      }
    }
  }

  private boolean isLoneRepeat(long match, int segment) {
    if (search(zone.start(segment), segment) != match) {
      return false;
    }
    long next = search(match + 1, segment);
    return next != NONE && next - match >= SPARSE_SECONDS;
  }
}
