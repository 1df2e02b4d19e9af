package dev.tare.benchmarks.task;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.store.Answer;
import dev.tare.benchmarks.store.Driver;
import dev.tare.benchmarks.store.MeasuredStore;
import dev.tare.benchmarks.store.MeasuredStore.Sides;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
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

/** Each operation on tasks, what a dispatcher asks included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TaskRepositoryBenchmark implements Digested {
  private static final Sides<TaskRepository> SIDES = new Sides<>(
      CopyingTaskRepository::new,
      (sessions, dialect) ->
          new JdbcTaskRepository(sessions, dialect, new JdbcTaskTypes(sessions)));

  @Param
  Variant variant;

  @Param("FAKE")
  Driver driver;

  @Param({"sqlite", "postgresql"})
  String dialect;

  /** The operation that is called. */
  @Param
  TaskCall operation;

  private MeasuredStore<TaskRepository> store;

  /** Fills a database, and opens the repository. */
  @Setup
  public void open() throws SQLException {
    store = MeasuredStore.open(variant, driver, dialect, SIDES, operation);
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
