package dev.tare.benchmarks.breaker;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.breaker.fixed.FixedQueue;
import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.benchmarks.breaker.fixed.FixedTasks;
import dev.tare.benchmarks.breaker.fixed.FixedWorkers;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.breaker.guard.GuardedMessageQueue;
import dev.tare.scheduler.breaker.guard.GuardedTaskRepository;
import dev.tare.scheduler.breaker.guard.GuardedTaskRunRepository;
import dev.tare.scheduler.breaker.guard.GuardedWorkerRepository;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Everything that a breaker guards, behind one of the variants. */
final class GuardedPorts {
  static final long ID = 7;
  static final int LIMIT = 10;

  final TaskRunRepository runs;
  final TaskRepository tasks;
  final WorkerRepository workers;
  final MessageQueue queues;
  final List<Delivery> received = new ArrayList<>();

  private GuardedPorts(
      TaskRunRepository runs, TaskRepository tasks, WorkerRepository workers, MessageQueue queues) {
    this.runs = runs;
    this.tasks = tasks;
    this.workers = workers;
    this.queues = queues;
  }

  static GuardedPorts of(Variant variant) {
    if (variant == Variant.LEAN) {
      CircuitBreaker breaker = new CircuitBreaker("database", BreakerPolicy.DEFAULT);
      return new GuardedPorts(
          new GuardedTaskRunRepository(new FixedRuns(), breaker),
          new GuardedTaskRepository(new FixedTasks(), breaker),
          new GuardedWorkerRepository(new FixedWorkers(), breaker),
          new GuardedMessageQueue(new FixedQueue(), breaker));
    }
    CopyingBreaker breaker =
        new CopyingBreaker("database", BreakerPolicy.DEFAULT, Clock.systemUTC());
    return new GuardedPorts(
        new CopyingGuardedRuns(new FixedRuns(), breaker),
        new CopyingGuardedTasks(new FixedTasks(), breaker),
        new CopyingGuardedWorkers(new FixedWorkers(), breaker),
        new CopyingGuardedQueue(new FixedQueue(), breaker));
  }
}
