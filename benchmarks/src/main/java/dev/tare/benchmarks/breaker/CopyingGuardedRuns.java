package dev.tare.benchmarks.breaker;

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

/** The baseline of the runs behind a breaker; see {@link CopyingBreaker} for its copies. */
public final class CopyingGuardedRuns implements TaskRunRepository {
  private final TaskRunRepository runs;
  private final CopyingBreaker breaker;

  /** Before these runs. */
  public CopyingGuardedRuns(TaskRunRepository runs, CopyingBreaker breaker) {
    this.runs = runs;
    this.breaker = breaker;
  }

  @Override
  public long create(NewRun run, long now) {
    return breaker.execute("task_run", "create", () -> runs.create(run, now));
  }

  @Override
  public long[] createAll(List<NewRun> runs, long now) {
    List<NewRun> own = List.copyOf(runs);
    return breaker.execute("task_run", "createAll", () -> this.runs.createAll(own, now));
  }

  @Override
  public int createDue(List<NewRun> runs, long now) {
    List<NewRun> own = List.copyOf(runs);
    return breaker.execute("task_run", "createDue", () -> this.runs.createDue(own, now));
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    return breaker.execute("task_run", "byId", () -> runs.byId(runId));
  }

  @Override
  public List<ClaimedRun> claim(String workerId, TypeSet types, int limit, long now) {
    return breaker.execute("task_run", "claim", () -> runs.claim(workerId, types, limit, now));
  }

  @Override
  public int complete(List<Completion> completions) {
    List<Completion> own = List.copyOf(completions);
    return breaker.execute("task_run", "complete", () -> runs.complete(own));
  }

  @Override
  public Exchange completeAndClaim(
      List<Completion> completions, String workerId, TypeSet types, int limit, long now) {
    List<Completion> own = List.copyOf(completions);
    return breaker.execute(
        "task_run",
        "completeAndClaim",
        () -> runs.completeAndClaim(own, workerId, types, limit, now));
  }

  @Override
  public StatusChange updateStatus(
      long runId, RunStatus target, @Nullable String workerId, long at) {
    return breaker.execute(
        "task_run", "updateStatus", () -> runs.updateStatus(runId, target, workerId, at));
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return breaker.execute("task_run", "byTask", () -> runs.byTask(taskId, page));
  }

  @Override
  public Page<TaskRun> byWorker(String workerId, PageRequest page) {
    return breaker.execute("task_run", "byWorker", () -> runs.byWorker(workerId, page));
  }

  @Override
  public Page<TaskRun> byStatus(RunStatus status, PageRequest page) {
    return breaker.execute("task_run", "byStatus", () -> runs.byStatus(status, page));
  }

  @Override
  public List<TaskRun> pending(int limit) {
    return breaker.execute("task_run", "pending", () -> runs.pending(limit));
  }

  @Override
  public List<ActiveRun> running(int limit) {
    return breaker.execute("task_run", "running", () -> runs.running(limit));
  }

  @Override
  public boolean hasRunning(long taskId) {
    return breaker.execute("task_run", "hasRunning", () -> runs.hasRunning(taskId));
  }

  @Override
  public Ids withRunning(Ids taskIds) {
    return breaker.execute("task_run", "withRunning", () -> runs.withRunning(taskIds));
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    return breaker.execute("task_run", "timedOut", () -> runs.timedOut(at, limit));
  }

  @Override
  public List<TaskRun> recent(long taskId, int limit) {
    return breaker.execute("task_run", "recent", () -> runs.recent(taskId, limit));
  }

  @Override
  public RunStats stats(long since) {
    return breaker.execute("task_run", "stats", () -> runs.stats(since));
  }

  @Override
  public RunStats stats(long taskId, long since) {
    return breaker.execute("task_run", "stats", () -> runs.stats(taskId, since));
  }

  @Override
  public int requeue(String workerId) {
    return breaker.execute("task_run", "requeue", () -> runs.requeue(workerId));
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    long[] ownRunIds = runIds.clone();
    int[] ownAttempts = attempts.clone();
    return breaker.execute(
        "task_run", "requeueExcept", () -> runs.requeueExcept(workerId, ownRunIds, ownAttempts));
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    return breaker.execute("task_run", "lost", () -> runs.lost(heardBefore, attempt, limit));
  }

  @Override
  public int requeueLost(long heardBefore) {
    return breaker.execute("task_run", "requeueLost", () -> runs.requeueLost(heardBefore));
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    return breaker.execute(
        "task_run", "recoverDispatched", () -> runs.recoverDispatched(dispatchedBefore));
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    return breaker.execute("task_run", "cleanup", () -> runs.cleanup(finishedBefore, limit));
  }
}
