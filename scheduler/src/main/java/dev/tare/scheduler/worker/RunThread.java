package dev.tare.scheduler.worker;

import dev.tare.scheduler.error.BusinessException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.worker.RunSlot.Stop;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of the pool: takes a run, executes it, hands its end to the listener, and again. */
final class RunThread implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(RunThread.class);

  /** For so long the task of the last run is not looked up again. */
  private static final long MEMO_MILLIS = 50;

  private final Pool pool;
  private final RunSlot slot;
  private @Nullable Task memo;
  private @Nullable TaskExecutor memoExecutor;
  private long memoUntil;

  RunThread(Pool pool, RunSlot slot) {
    this.pool = pool;
    this.slot = slot;
  }

  @Override
  public void run() {
    ClaimedRun run;
    while ((run = pool.buffer.take()) != null) {
      try {
        dealWith(run);
      } catch (RuntimeException | Error e) {
        LOG.warn("run {} goes back: its worker could not deal with it", run.id(), e);
        pool.giveBack(run);
      }
    }
  }

  private void dealWith(ClaimedRun run) {
    long now = pool.clock.millis();
    if (pool.isLeaseOver(now) || pool.isForfeited(run)) {
      pool.giveBack(run); // it may be somebody else's by now
      return;
    }
    if (pool.isCancelled(run.id())) {
      report(run, RunStatus.CANCELLED, null, "cancelled before it began");
      return;
    }
    Task task = task(run.taskId(), now);
    TaskExecutor executor = memoExecutor;
    if (task == null) {
      report(run, RunStatus.FAILED, null, "there is no task " + run.taskId());
    } else if (executor == null) {
      report(run, RunStatus.FAILED, null, "no executor serves the type " + task.taskType());
    } else {
      slot.begin(run, task, now + task.timeoutSeconds() * 1000L);
      execute(run, executor);
    }
  }

  private void execute(ClaimedRun run, TaskExecutor executor) {
    Outcome outcome = null;
    Throwable failure = null;
    try {
      outcome = executor.execute(slot);
    } catch (Throwable e) { // whatever a task throws, the thread goes on
      failure = e;
    }
    Stop stop = slot.end();
    Thread.interrupted(); // neither our interrupt nor the task's own is for the next run
    if (stop == Stop.TIMEOUT) {
      report(run, RunStatus.TIMEOUT, result(outcome), "stopped at its time limit");
    } else if (outcome != null && (stop == Stop.NONE || outcome.error() == null)) {
      report(run, outcome.status(), outcome.result(), outcome.error());
    } else if (stop == Stop.GIVE_BACK) {
      pool.giveBack(run);
    } else if (stop == Stop.CANCEL) {
      report(run, RunStatus.CANCELLED, result(outcome), "cancelled while it was executed");
    } else {
      report(run, RunStatus.FAILED, null, reason(run, failure));
    }
  }

  private void report(
      ClaimedRun run, RunStatus status, @Nullable Bytes result, @Nullable String error) {
    Completion end = new Completion(
        run.id(), run.attempt(), status, pool.clock.millis(), result, storable(error));
    if (!pool.listener.complete(end)) {
      LOG.warn(
          "run {} ended as {} after the listener was closed: it will be recovered",
          run.id(),
          status);
    }
  }

  /** The task, as it was looked up a moment ago or now; sets its executor too. */
  private @Nullable Task task(long taskId, long now) {
    Task task = memo;
    if (task == null || task.id() != taskId || now >= memoUntil) {
      task = pool.tasks.apply(taskId);
      memo = task;
      memoExecutor = task == null ? null : pool.executors.executorOf(task.taskType());
      memoUntil = now + MEMO_MILLIS;
    }
    return task;
  }

  private static @Nullable Bytes result(@Nullable Outcome outcome) {
    return outcome == null ? null : outcome.result();
  }

  private static String reason(ClaimedRun run, @Nullable Throwable failure) {
    if (failure == null) {
      return "its executor returned nothing";
    }
    if (LOG.isDebugEnabled()) {
      LOG.debug("run {} failed", run.id(), failure);
    }
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getName();
    }
    return failure instanceof BusinessException
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }

  /** Within the limit, and without the one character that PostgreSQL does not keep. */
  private @Nullable String storable(@Nullable String error) {
    if (error == null) {
      return null;
    }
    String cut = error.length() <= pool.errorChars ? error : error.substring(0, pool.errorChars);
    return cut.indexOf('\0') < 0 ? cut : cut.replace('\0', '\uFFFD');
  }
}
