package dev.tare.benchmarks.breaker.fixed;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A repository that answers at once, with the same values every time, so that what is measured is
 * the guard alone.
 */
public class FixedRuns implements TaskRunRepository {

  @Override
  public long create(NewRun run, long now) {
    return 1;
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    return Fixtures.runIds();
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    return 1;
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    return Fixtures.SOME_RUN;
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    return Fixtures.CLAIMED;
  }

  @Override
  public int complete(List<Completion> completions) {
    return 1;
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    return Fixtures.EXCHANGE;
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    return StatusChange.CHANGED;
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return Fixtures.PAGE_OF_RUNS;
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    return Fixtures.PAGE_OF_RUNS;
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    return Fixtures.PAGE_OF_RUNS;
  }

  @Override
  public List<TaskRun> pending(int limit) {
    return Fixtures.RUNS;
  }

  @Override
  public List<ActiveRun> running(int limit) {
    return Fixtures.ACTIVE;
  }

  @Override
  public boolean hasRunning(long taskId) {
    return true;
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    return Fixtures.IDS;
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    return Fixtures.ACTIVE;
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    return Fixtures.RUNS;
  }

  @Override
  public RunStats stats(long since) {
    return Fixtures.STATS;
  }

  @Override
  public RunStats stats(long taskId, long since) {
    return Fixtures.STATS;
  }

  @Override
  public int requeue(String workerId) {
    return 1;
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    return 1;
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    return Fixtures.ACTIVE;
  }

  @Override
  public int requeueLost(long heardBefore) {
    return 1;
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return 1;
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return 1;
  }
}
