package dev.tare.benchmarks.flow;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.MemoryExchange;
import dev.tare.benchmarks.db.BenchmarkDatabase;
import dev.tare.scheduler.api.route.Method;
import dev.tare.scheduler.testkit.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A run from its request to the answer that shows its end: triggered by API with a payload of 200
 * bytes, claimed, executed by the echo executor, completed, and read by API.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlowBenchmark implements Digested {
  private static final int SHARDS = 8;

  @Param
  Variant variant;

  @Param({"sqlite", "postgresql"})
  String dialect;

  private final MemoryExchange exchange = new MemoryExchange();
  private final RunPaths paths = new RunPaths();
  private Flow single;
  private Flow sharded;
  private boolean digesting;
  private long digest;

  /** Opens an empty database, with two schedulers on it: each executes its own task. */
  @Setup
  public void open() throws SQLException {
    Database database = BenchmarkDatabase.empty(dialect);
    single = flow(database.url(), 1);
    sharded = flow(database.url(), SHARDS);
    RunPaths.begin(database);
  }

  private Flow flow(String url, int runs) {
    return variant == Variant.LEAN ? new LeanFlow(url, runs) : new CopyingFlow(url, runs);
  }

  /** Closes both. */
  @TearDown
  public void close() {
    single.close();
    sharded.close();
  }

  /** One run at a time. */
  @Benchmark
  public int run() throws IOException {
    return through(single);
  }

  /** One of eight runs, which one trigger makes: the shards of a task. */
  @Benchmark
  @OperationsPerInvocation(SHARDS)
  public int shard() throws IOException {
    return through(sharded);
  }

  private int through(Flow flow) throws IOException {
    exchange.request(flow.trigger(), null, FlowTask.PAYLOAD);
    flow.api().answer(Method.POST, exchange);
    int bytes = take();
    flow.work();
    for (long run : flow.submitted()) {
      exchange.request(paths.of(run), null, null);
      flow.api().answer(Method.GET, exchange);
      bytes += take();
    }
    return bytes;
  }

  private int take() {
    if (digesting) {
      digest = 31 * digest + exchange.status();
      digest = 31 * digest + Arrays.hashCode(exchange.answer());
    }
    return exchange.length();
  }

  @Override
  public long digest() throws IOException {
    digesting = true;
    for (int i = 0; i < 3; i++) {
      run();
      shard();
    }
    digesting = false;
    return digest;
  }
}
