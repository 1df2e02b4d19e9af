package dev.tare.benchmarks.api;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.stored.StoredCommands;
import dev.tare.benchmarks.api.stored.StoredRuns;
import dev.tare.benchmarks.api.stored.StoredTasks;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A request from its path to its answer's last byte; the repositories behind cost nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ApiBenchmark implements Digested {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC);

  @Param
  Variant variant;

  /** What is asked for. */
  @Param
  ApiRequest request;

  private final StoredTasks tasks = new StoredTasks();
  private final StoredRuns runs = new StoredRuns();
  private final StoredCommands commands = new StoredCommands();
  private final MemoryExchange exchange = new MemoryExchange();
  private MemoryApi api;

  /** Asks once, so that the repositories have their answers. */
  @Setup
  public void open() throws IOException {
    api = new MemoryApi(
        variant, tasks, runs, commands, (cron, after) -> after + TimeUnit.HOURS.toMillis(1), CLOCK);
    answer();
  }

  /** One request. */
  @Benchmark
  public int answer() throws IOException {
    request.to(api, exchange);
    return exchange.length();
  }

  /** How many rows the repositories have been asked for. */
  long rowsRead() {
    return tasks.rowsRead() + runs.rowsRead();
  }

  @Override
  public long digest() throws IOException {
    answer();
    long digest = 31L * exchange.status() + Arrays.hashCode(exchange.answer());
    return 31 * digest + Objects.hashCode(commands.payload());
  }
}
