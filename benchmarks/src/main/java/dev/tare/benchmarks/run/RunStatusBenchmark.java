package dev.tare.benchmarks.run;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.db.BenchmarkDatabase;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.testkit.Database;
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
 * One change of a run's status in the database. A call makes two, there and back, so that every
 * call finds the run as the one before it did.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RunStatusBenchmark implements Digested {
  private static final long NOW = 1_800_000_000_000L;
  private static final String WORKER = "worker-1";

  @Param
  Variant variant;

  @Param({"sqlite", "postgresql"})
  String dialect;

  private RunQueue runs;
  private AutoCloseable connections;
  private long run;

  /** Opens an empty database and creates the one run. */
  @Setup
  public void open() {
    Database database = BenchmarkDatabase.empty(dialect);
    if (variant == Variant.LEAN) {
      PinnedSessions sessions = new PinnedSessions(DataSources.physical(database.url()));
      connections = sessions;
      runs = new JdbcTaskRunRepository(sessions, database.dialect());
    } else {
      HikariDataSource pool = DataSources.pooled(database.url(), 2);
      connections = pool;
      runs = new CopyingTaskRunRepository(pool, database.dialect());
    }
    run = runs.create(NewRun.onDemand(1, 1, NOW, null), NOW);
  }

  /** Closes the connections. */
  @TearDown
  public void close() throws Exception {
    connections.close();
  }

  /** PENDING to RUNNING, and back to PENDING as when a worker is lost. */
  @Benchmark
  @OperationsPerInvocation(2)
  public StatusChange updateStatus() {
    runs.updateStatus(run, RunStatus.RUNNING, WORKER, NOW);
    return runs.updateStatus(run, RunStatus.PENDING, null, NOW);
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 5; i++) {
      digest = 31 * digest + updateStatus().name().hashCode();
      digest = 31 * digest + runs.byId(run).orElseThrow().toString().hashCode();
    }
    return digest;
  }
}
