package dev.tare.benchmarks.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The baseline: schedules by a well-kept library, cron-utils, as a careful team without a profiler
 * uses it.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the expression parsed at every scan: the task holds the text
 *       ({@code Schedule::from_str(&task.schedule)});
 *   <li>a local date-time a step, field by field: the library's search over {@code ZonedDateTime};
 *   <li>{@code Instant}, {@code ZonedDateTime} and {@code Optional} where a number would do.
 * </ul>
 */
public final class CopyingSchedules {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

  private final ZoneId zone;

  /** Schedules whose fields are local times of a zone. */
  public CopyingSchedules(ZoneId zone) {
    this.zone = zone;
  }

  /** Reads a schedule. */
  static Cron parse(String schedule) {
    return PARSER.parse(schedule);
  }

  /** The next match in epoch milliseconds, 0 if there is none. */
  public long nextDueAt(String schedule, long after) {
    Cron cron = parse(schedule);
    ZonedDateTime from = Instant.ofEpochMilli(after).atZone(zone);
    Optional<ZonedDateTime> next = ExecutionTime.forCron(cron).nextExecution(from);
    return next.map(ZonedDateTime::toInstant).map(Instant::toEpochMilli).orElse(0L);
  }
}
