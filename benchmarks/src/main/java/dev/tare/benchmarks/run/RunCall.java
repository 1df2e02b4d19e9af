package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.Answer;
import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.Seed;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A call of each operation on runs, over the rows of {@link Seed}; of five runs where of several.
 */
public enum RunCall implements Operation<TaskRunRepository> {
  CREATE((runs, to) -> to.is(runs.create(Calls.NEW_RUNS.get(0), Seed.NOW))),
  CREATE_ALL((runs, to) -> to.is(runs.createAll(Calls.NEW_RUNS, Seed.NOW))),
  CREATE_DUE((runs, to) -> to.is(runs.createDue(Calls.DUE_RUNS, Seed.NOW))),
  BY_ID((runs, to) -> to.is(runs.byId(Seed.FIRST_RUNNING))),
  CLAIM((runs, to) -> to.is(runs.claim(Seed.WORKER, TypeSet.ALL, Seed.SOME, Seed.NOW))),
  CLAIM_OF_TYPES((runs, to) -> to.is(runs.claim(Seed.WORKER, Calls.TYPES, Seed.SOME, Seed.NOW))),
  COMPLETE((runs, to) -> to.is(runs.complete(Calls.ENDS))),
  COMPLETE_WITH_RESULTS((runs, to) -> to.is(runs.complete(Calls.ENDS_WITH_RESULTS))),
  COMPLETE_AND_CLAIM((runs, to) ->
      to.is(runs.completeAndClaim(Calls.ENDS, Seed.WORKER, TypeSet.ALL, Seed.SOME, Seed.NOW))),
  UPDATE_STATUS((runs, to) ->
      to.is(runs.updateStatus(Seed.FIRST_WAITING, RunStatus.RUNNING, Seed.WORKER, Seed.NOW))),
  BY_TASK((runs, to) -> to.is(runs.byTask(1, Calls.PAGE))),
  BY_WORKER((runs, to) -> to.is(runs.byWorker(Seed.WORKER, Calls.PAGE))),
  BY_STATUS((runs, to) -> to.is(runs.byStatus(RunStatus.RUNNING, Calls.PAGE))),
  PENDING((runs, to) -> to.is(runs.pending(Seed.SOME))),
  RUNNING((runs, to) -> to.is(runs.running(Seed.SOME))),
  HAS_RUNNING((runs, to) -> to.is(runs.hasRunning(1))),
  WITH_RUNNING((runs, to) -> to.is(runs.withRunning(Calls.TASKS))),
  TIMED_OUT((runs, to) -> to.is(runs.timedOut(Seed.NOW + 400_000, Seed.SOME))),
  RECENT((runs, to) -> to.is(runs.recent(1, Seed.SOME))),
  STATS((runs, to) -> to.is(runs.stats(Seed.NOW))),
  STATS_OF_TASK((runs, to) -> to.is(runs.stats(1, Seed.NOW))),
  REQUEUE((runs, to) -> to.is(runs.requeue(Seed.WORKER))),
  REQUEUE_EXCEPT(
      (runs, to) -> to.is(runs.requeueExcept(Seed.WORKER, Calls.runIds(), Calls.attempts()))),
  LOST((runs, to) -> to.is(runs.lost(Seed.NOW + 1, 1, Seed.SOME))),
  REQUEUE_LOST((runs, to) -> to.is(runs.requeueLost(Seed.NOW + 1))),
  RECOVER_DISPATCHED((runs, to) -> to.is(runs.recoverDispatched(Seed.NOW + 1))),
  CLEANUP((runs, to) -> to.is(runs.cleanup(Seed.NOW + 2, Seed.SOME)));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Operation<TaskRunRepository> body;

  RunCall(Operation<TaskRunRepository> body) {
    this.body = body;
  }

  @Override
  public void on(TaskRunRepository repository, Answer to) {
    body.on(repository, to);
  }

  /** What the calls are made with, made once. */
  private static final class Calls {
    static final TypeSet TYPES = TypeSet.of(1, 2);
    static final PageRequest PAGE = new PageRequest(1, Seed.SOME);
    static final Ids TASKS = Ids.of(1, 2, 3, 7);
    static final List<NewRun> NEW_RUNS = IntStream.range(0, Seed.SOME)
        .mapToObj(i -> NewRun.onDemand(1, 1, Seed.NOW, Seed.PAYLOAD))
        .toList();
    static final List<NewRun> DUE_RUNS = IntStream.range(0, Seed.SOME)
        .mapToObj(i -> new NewRun(1 + i, 1, Seed.NOW, true, 0, NewRun.NO_SHARD, 0, null))
        .toList();
    static final List<Completion> ENDS = LongStream.range(0, Seed.SOME)
        .mapToObj(i -> new Completion(
            Seed.FIRST_RUNNING + i, 1, RunStatus.COMPLETED, Seed.NOW + 1, null, null))
        .toList();
    static final List<Completion> ENDS_WITH_RESULTS = LongStream.range(0, Seed.SOME)
        .mapToObj(i -> i % 5 == 0
            ? new Completion(
                Seed.FIRST_RUNNING + i, 1, RunStatus.FAILED, Seed.NOW + 1, null, "exit code 3")
            : new Completion(
                Seed.FIRST_RUNNING + i, 1, RunStatus.COMPLETED, Seed.NOW + 1, Seed.PAYLOAD, null))
        .toList();
    private static final long[] RUN_IDS =
        LongStream.range(Seed.FIRST_RUNNING, 9).toArray();
    private static final int[] ATTEMPTS = {1, 1, 1};

    static long[] runIds() {
      return RUN_IDS;
    }

    static int[] attempts() {
      return ATTEMPTS;
    }
  }
}
