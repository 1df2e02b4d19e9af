package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.MeasuredStore.Sides;
import dev.tare.benchmarks.store.RepositoryBenchmark;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each operation on tasks, what a dispatcher asks included. */
@State(Scope.Benchmark)
public class TaskRepositoryBenchmark extends RepositoryBenchmark<TaskRepository> {
  private static final Sides<TaskRepository> SIDES = new Sides<>(
      CopyingTaskRepository::new,
      (sessions, dialect) ->
          new JdbcTaskRepository(sessions, dialect, new JdbcTaskTypes(sessions)));

  /** The operation that is called. */
  @Param
  TaskCall operation;

  @Override
  protected Sides<TaskRepository> sides() {
    return SIDES;
  }

  @Override
  protected Operation<TaskRepository> operation() {
    return operation;
  }
}
