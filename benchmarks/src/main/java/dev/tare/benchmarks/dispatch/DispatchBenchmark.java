package dev.tare.benchmarks.dispatch;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.breaker.fixed.FixedWorkers;
import dev.tare.scheduler.dispatch.CronCache;
import dev.tare.scheduler.dispatch.DispatchSettings;
import dev.tare.scheduler.dispatch.Dispatcher;
import dev.tare.scheduler.model.worker.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A scan that finds the same twenty tasks due each time, before a database that costs nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBenchmark implements Digested {
  private static final int TASKS = 20;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @Param
  Variant variant;

  /** What is due. */
  @Param
  Due due;

  private final Instant now = Instant.ofEpochMilli(DueTable.NOW);
  private DueTable tasks;
  private CreatedRuns runs;
  private Dispatcher lean;
  private CopyingDispatcher copying;

  /** No worker is lost. */
  private static final class Nobody extends FixedWorkers {
    @Override
    public List<Worker> timedOut(long heardBefore) {
      return List.of();
    }
  }

  /** Scans once: schedules have been read, and what is lost was looked for. */
  @Setup
  public void open() {
    tasks = new DueTable(due, TASKS);
    runs = new CreatedRuns();
    DispatchSettings settings = DispatchSettings.DEFAULT;
    lean = new Dispatcher(
        tasks, runs, new Nobody(), new CronCache(ZONE), settings, Clock.systemUTC(), () -> {});
    copying = new CopyingDispatcher(tasks, runs, ZONE, settings.batch());
    scan();
  }

  /** One scan. */
  @Benchmark
  public long scan() {
    if (variant == Variant.LEAN) {
      lean.scan(DueTable.NOW);
    } else {
      copying.scan(now);
    }
    return tasks.sum() + runs.sum();
  }

  /** How often the database was asked for something. */
  long statements() {
    return tasks.statements() + runs.statements();
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 3; i++) {
      digest = 31 * digest + scan();
    }
    return digest;
  }
}
