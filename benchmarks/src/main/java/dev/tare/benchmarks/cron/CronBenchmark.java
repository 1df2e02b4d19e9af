package dev.tare.benchmarks.cron;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.cron.Cron;
import dev.tare.scheduler.dispatch.CronCache;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Schedules: read for the first time, and the next instant of one that was seen before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CronBenchmark implements Digested {
  private static final long FROM = 1_800_000_000_000L;

  @Param
  Variant variant;

  /** Six fields, from the second to the weekday. */
  @Param({"0 */15 * * * *", "0 0 6 * * MON-FRI", "30 15 2 L * *"})
  String schedule;

  private final ZoneId zone = ZoneId.of("Europe/Berlin");
  private ToLongBiFunction<String, Long> next;
  private Function<String, Object> parse;
  private Long from;

  /** Shows the schedule to the dispatcher's cache once. */
  @Setup
  public void open() {
    if (variant == Variant.LEAN) {
      CronCache lean = new CronCache(zone);
      next = lean::nextDueAt;
      parse = text -> Cron.parse(text, zone);
    } else {
      CopyingSchedules copying = new CopyingSchedules(zone);
      next = copying::nextDueAt;
      parse = CopyingSchedules::parse;
    }
    from = FROM;
    next();
  }

  /** Epoch milliseconds of the next match. */
  @Benchmark
  public long next() {
    return next.applyAsLong(schedule, from);
  }

  /** The schedule, as somebody defines a task with it. */
  @Benchmark
  public Object parse() {
    return parse.apply(schedule);
  }

  @Override
  public long digest() {
    long digest = 0;
    long at = FROM;
    for (int i = 0; i < 1_000; i++) {
      at = next.applyAsLong(schedule, at);
      digest = 31 * digest + at;
    }
    return digest;
  }
}
