package dev.tare.benchmarks.cron;

import com.cronutils.model.time.ExecutionTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A peer of {@link CronBenchmark#next}: cron-utils by itself, each schedule parsed once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CronUtilsBenchmark {
  @Param({"0 */15 * * * *", "0 0 6 * * MON-FRI", "30 15 2 L * *"})
  String schedule;

  private ExecutionTime parsed;
  private ZonedDateTime from;

  /** Parses the schedule. */
  @Setup
  public void open() {
    parsed = ExecutionTime.forCron(CopyingSchedules.parse(schedule));
    from = Instant.ofEpochMilli(1_800_000_000_000L).atZone(ZoneId.of("Europe/Berlin"));
  }

  /** The next match. */
  @Benchmark
  public Optional<ZonedDateTime> next() {
    return parsed.nextExecution(from);
  }
}
