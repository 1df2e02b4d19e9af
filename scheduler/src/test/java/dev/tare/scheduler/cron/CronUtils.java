package dev.tare.scheduler.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;

/** The oracle: cron-utils under its SPRING53 definition, asked in epoch seconds. */
record CronUtils(ExecutionTime times) {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

  static CronUtils parse(String text) {
    return new CronUtils(ExecutionTime.forCron(PARSER.parse(text)));
  }

  /** In milliseconds, as ours: {@link Cron#NONE} if there is none. */
  long nextAfter(long epochSecond, ZoneId zone) {
    return times
        .nextExecution(Instant.ofEpochSecond(epochSecond).atZone(zone))
        .map(next -> next.toInstant().toEpochMilli())
        .orElse(Cron.NONE);
  }

  boolean isMatch(long epochSecond, ZoneId zone) {
    return times.isMatch(Instant.ofEpochSecond(epochSecond).atZone(zone));
  }
}
