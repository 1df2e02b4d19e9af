package dev.tare.benchmarks.config;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.config.CachePolicy;
import dev.tare.scheduler.config.IdCache;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A task out of the cache: present, and loaded because it was not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConfigCacheBenchmark implements Digested {
  private static final long ID = 4711;

  @Param
  Variant variant;

  private final Task task = new Task(
      ID,
      "report",
      1,
      "echo",
      "0 0 6 * * *",
      Bytes.of("{}".getBytes(StandardCharsets.UTF_8)),
      300,
      0,
      TaskStatus.ACTIVE,
      Ids.of(7, 8),
      0,
      null,
      1,
      2,
      3);
  private LongFunction<Task> cache;
  private Runnable forget;

  /** Fills the cache with the one task. */
  @Setup
  public void open() {
    if (variant == Variant.LEAN) {
      IdCache<Task> lean = new IdCache<>(CachePolicy.DEFAULT, id -> task);
      cache = lean::get;
      forget = () -> lean.invalidate(ID);
    } else {
      CopyingTaskCache copying =
          new CopyingTaskCache(CachePolicy.DEFAULT, id -> task, Clock.systemUTC());
      cache = copying::get;
      forget = () -> copying.invalidate(ID);
    }
    hit();
  }

  /** It is there. */
  @Benchmark
  public Task hit() {
    return cache.apply(ID);
  }

  /** It has just been forgotten, and is loaded from memory. */
  @Benchmark
  public Task miss() {
    forget.run();
    return cache.apply(ID);
  }

  @Override
  public long digest() {
    return 31L * Objects.hashCode(hit()) + Objects.hashCode(miss());
  }
}
