package dev.tare.benchmarks.store;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.MeasuredStore.Sides;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The body of the benchmarks of a repository: each of its operations, over both dialects.
 *
 * @param <R> the repository
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class RepositoryBenchmark<R> implements Digested {
  /** Whose repository. */
  @Param
  public Variant variant;

  /** Whether a database answers, or what it answered is played again. */
  @Param("FAKE")
  public Driver driver;

  /** The database. */
  @Param({"sqlite", "postgresql"})
  public String dialect;

  private MeasuredStore<R> store;

  /** Both repositories. */
  protected abstract Sides<R> sides();

  /** What is called. */
  protected abstract Operation<R> operation();

  /** Fills a database, and opens the repository. */
  @Setup
  public void open() throws SQLException {
    store = MeasuredStore.open(variant, driver, dialect, sides(), operation());
  }

  /** Closes the connection. */
  @TearDown
  public void close() throws SQLException {
    store.close();
  }

  /** One call; what it changed is undone. */
  @Benchmark
  public Answer call() throws SQLException {
    return store.call();
  }

  @Override
  public long digest() throws SQLException {
    return store.digest();
  }
}
