package dev.tare.benchmarks.breaker;

import dev.tare.benchmarks.breaker.fixed.Fixtures;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.StatusChange;
import java.util.function.ToLongFunction;

/** One call of each operation that a circuit breaker guards. */
public enum GuardedCall {
  RUN_CREATE(ports -> ports.runs.create(Fixtures.NEW_RUN, GuardedPorts.ID)),
  RUN_CREATE_ALL(ports -> ports.runs.createAll(Fixtures.NEW_RUNS, GuardedPorts.ID).length),
  RUN_CREATE_DUE(ports -> ports.runs.createDue(Fixtures.NEW_RUNS, GuardedPorts.ID)),
  RUN_BY_ID(ports -> flag(ports.runs.byId(GuardedPorts.ID).isPresent())),
  RUN_CLAIM(ports -> ports
      .runs
      .claim(Fixtures.NAME, TypeSet.ALL, GuardedPorts.LIMIT, GuardedPorts.ID)
      .size()),
  RUN_COMPLETE(ports -> ports.runs.complete(Fixtures.COMPLETIONS)),
  RUN_COMPLETE_AND_CLAIM(ports -> ports
      .runs
      .completeAndClaim(
          Fixtures.COMPLETIONS, Fixtures.NAME, TypeSet.ALL, GuardedPorts.LIMIT, GuardedPorts.ID)
      .accepted()),
  RUN_UPDATE_STATUS(ports -> flag(
      ports.runs.updateStatus(GuardedPorts.ID, RunStatus.RUNNING, Fixtures.NAME, GuardedPorts.ID)
          == StatusChange.CHANGED)),
  RUN_BY_TASK(ports -> ports.runs.byTask(GuardedPorts.ID, PageRequest.first()).total()),
  RUN_BY_WORKER(ports -> ports.runs.byWorker(Fixtures.NAME, PageRequest.first()).total()),
  RUN_BY_STATUS(
      ports -> ports.runs.byStatus(RunStatus.RUNNING, PageRequest.first()).total()),
  RUN_PENDING(ports -> ports.runs.pending(GuardedPorts.LIMIT).size()),
  RUN_RUNNING(ports -> ports.runs.running(GuardedPorts.LIMIT).size()),
  RUN_HAS_RUNNING(ports -> flag(ports.runs.hasRunning(GuardedPorts.ID))),
  RUN_WITH_RUNNING(ports -> ports.runs.withRunning(Fixtures.IDS).size()),
  RUN_TIMED_OUT(
      ports -> ports.runs.timedOut(GuardedPorts.ID, GuardedPorts.LIMIT).size()),
  RUN_RECENT(ports -> ports.runs.recent(GuardedPorts.ID, GuardedPorts.LIMIT).size()),
  RUN_STATS(ports -> ports.runs.stats(GuardedPorts.ID).finished()),
  RUN_STATS_OF_TASK(ports -> ports.runs.stats(GuardedPorts.ID, GuardedPorts.ID).finished()),
  RUN_REQUEUE(ports -> ports.runs.requeue(Fixtures.NAME)),
  RUN_REQUEUE_EXCEPT(
      ports -> ports.runs.requeueExcept(Fixtures.NAME, Fixtures.runIds(), Fixtures.attempts())),
  RUN_LOST(ports ->
      ports.runs.lost(GuardedPorts.ID, GuardedPorts.LIMIT, GuardedPorts.LIMIT).size()),
  RUN_REQUEUE_LOST(ports -> ports.runs.requeueLost(GuardedPorts.ID)),
  RUN_RECOVER_DISPATCHED(ports -> ports.runs.recoverDispatched(GuardedPorts.ID)),
  RUN_CLEANUP(ports -> ports.runs.cleanup(GuardedPorts.ID, GuardedPorts.LIMIT)),
  TASK_CREATE(ports ->
      ports.tasks.create(Fixtures.NEW_TASK, GuardedPorts.ID, GuardedPorts.ID).id()),
  TASK_BY_ID(ports -> flag(ports.tasks.byId(GuardedPorts.ID).isPresent())),
  TASK_BY_NAME(ports -> flag(ports.tasks.byName(Fixtures.NAME).isPresent())),
  TASK_UPDATE(ports -> ports
      .tasks
      .update(GuardedPorts.ID, Fixtures.NEW_TASK, GuardedPorts.ID, GuardedPorts.ID)
      .id()),
  TASK_DELETE(
      ports -> flag(ports.tasks.delete(GuardedPorts.ID, GuardedPorts.ID) == StatusChange.CHANGED)),
  TASK_LIST(ports -> ports.tasks.list(TaskFilter.ANY, PageRequest.first()).total()),
  TASK_COUNT(ports -> ports.tasks.count(TaskFilter.ANY)),
  TASK_ACTIVE(ports -> ports.tasks.active(GuardedPorts.ID, GuardedPorts.LIMIT).size()),
  TASK_SCHEDULABLE(
      ports -> ports.tasks.schedulable(GuardedPorts.ID, GuardedPorts.LIMIT).size()),
  TASK_ADVANCE(ports -> ports.tasks.advance(Fixtures.DUE, Fixtures.runIds())),
  TASK_EARLIEST_DUE_AT(ports -> ports.tasks.earliestDueAt()),
  TASK_CHECK_DEPENDENCIES(ports -> flag(ports.tasks.checkDependencies(GuardedPorts.ID))),
  TASK_CHECK_DEPENDENCIES_OF_ALL(
      ports -> ports.tasks.checkDependencies(Fixtures.IDS).size()),
  TASK_OVERLAPPING(ports -> ports.tasks.overlapping(Fixtures.IDS).size()),
  TASK_BATCH_STATUS(ports -> ports.tasks.batchStatus(Fixtures.IDS).size()),
  TASK_DEPENDENCIES(ports -> ports.tasks.dependencies().size()),
  WORKER_REGISTER(ports -> {
    ports.workers.register(Fixtures.NEW_WORKER, GuardedPorts.ID);
    return 1;
  }),
  WORKER_UNREGISTER(ports -> flag(ports.workers.unregister(Fixtures.NAME))),
  WORKER_BY_ID(ports -> flag(ports.workers.byId(Fixtures.NAME).isPresent())),
  WORKER_UPDATE(ports -> flag(ports.workers.update(Fixtures.NEW_WORKER))),
  WORKER_LIST(ports -> ports.workers.list(PageRequest.first()).total()),
  WORKER_ALIVE(ports -> ports.workers.alive().size()),
  WORKER_BY_TYPE(ports -> ports.workers.byType(GuardedPorts.LIMIT).size()),
  WORKER_HEARTBEAT(
      ports -> flag(ports.workers.heartbeat(Fixtures.NAME, GuardedPorts.LIMIT, GuardedPorts.ID))),
  WORKER_HEARTBEATS(ports -> ports.workers.heartbeats(Fixtures.HEARTBEATS)),
  WORKER_TIMED_OUT(ports -> ports.workers.timedOut(GuardedPorts.ID).size()),
  WORKER_MARK_OFFLINE(ports -> flag(ports.workers.markOffline(Fixtures.NAME, GuardedPorts.ID))),
  WORKER_LOAD_STATS(ports -> ports.workers.loadStats().size()),
  WORKER_BATCH_STATUS(ports -> ports.workers.batchStatus(Fixtures.NAMES).size()),
  WORKER_FORGET(ports -> ports.workers.forget(GuardedPorts.ID)),
  QUEUE_CREATE(ports -> flag(ports.queues.create(Fixtures.QUEUE))),
  QUEUE_DELETE(ports -> flag(ports.queues.delete(Fixtures.QUEUE))),
  QUEUE_PUBLISH(ports -> {
    ports.queues.publish(Fixtures.QUEUE, Fixtures.MESSAGE);
    return 1;
  }),
  QUEUE_PUBLISH_ALL(ports -> {
    ports.queues.publishAll(Fixtures.QUEUE, Fixtures.MESSAGES);
    return 1;
  }),
  QUEUE_CONSUME(ports -> ports.queues.consume(Fixtures.QUEUE, GuardedPorts.LIMIT, ports.received)),
  QUEUE_ACK(ports -> flag(ports.queues.ack(Fixtures.DELIVERY))),
  QUEUE_ACK_ALL(ports -> ports.queues.ackAll(Fixtures.DELIVERIES)),
  QUEUE_NACK(ports -> flag(ports.queues.nack(Fixtures.DELIVERY, true))),
  QUEUE_SIZE(ports -> ports.queues.size(Fixtures.QUEUE)),
  QUEUE_PURGE(ports -> ports.queues.purge(Fixtures.QUEUE));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final ToLongFunction<GuardedPorts> body;

  GuardedCall(ToLongFunction<GuardedPorts> body) {
    this.body = body;
  }

  /** Makes the call; what comes back says something about the answer. */
  long on(GuardedPorts ports) {
    return body.applyAsLong(ports);
  }

  private static long flag(boolean value) {
    return value ? 1 : 0;
  }
}
