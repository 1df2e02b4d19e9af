package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.MeasuredStore.Sides;
import dev.tare.benchmarks.store.RepositoryBenchmark;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each operation on workers. */
@State(Scope.Benchmark)
public class WorkerRepositoryBenchmark extends RepositoryBenchmark<WorkerRepository> {
  private static final Sides<WorkerRepository> SIDES =
      new Sides<>(CopyingWorkerRepository::new, JdbcWorkerRepository::new);

  /** The operation that is called. */
  @Param
  WorkerCall operation;

  @Override
  protected Sides<WorkerRepository> sides() {
    return SIDES;
  }

  @Override
  protected Operation<WorkerRepository> operation() {
    return operation;
  }
}
