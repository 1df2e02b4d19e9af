package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.MeasuredStore.Sides;
import dev.tare.benchmarks.store.RepositoryBenchmark;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each operation on runs. */
@State(Scope.Benchmark)
public class TaskRunRepositoryBenchmark extends RepositoryBenchmark<TaskRunRepository> {
  private static final Sides<TaskRunRepository> SIDES =
      new Sides<>(CopyingTaskRunRepository::new, JdbcTaskRunRepository::new);

  /** The operation that is called. */
  @Param
  RunCall operation;

  @Override
  protected Sides<TaskRunRepository> sides() {
    return SIDES;
  }

  @Override
  protected Operation<TaskRunRepository> operation() {
    return operation;
  }
}
