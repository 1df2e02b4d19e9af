package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets back what was lost, ends what nobody ends, and deletes what is old. For one thread; several
 * dispatchers may do it at once, since each statement is conditional.
 *
 * <ul>
 *   <li>A worker that was not heard for a lease is DOWN. What it holds, and what is held by workers
 *       that are not registered, is PENDING again, whatever time it took: that it was not executed
 *       is no failure of the task. But what is lost in the last of its attempts ends as FAILED: it
 *       may be what ends its workers.
 *   <li>What is DISPATCHED and was not started in time is PENDING again.
 *   <li>What a living worker still has long after its time limit ends as TIMEOUT, as if the worker
 *       had said so: it is tried again if its task allows.
 * </ul>
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final int BATCH = 1000;
  private static final int MOST_CLEANUPS = 100;
  private static final long HOUR_MILLIS = 60 * 60 * 1000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  private final TaskRunRepository runs;
  private final WorkerRepository workers;
  private final DispatchSettings settings;
  private final Tally tally;
  private final BooleanSupplier stopped;
  private boolean began;
  private long dueAt;
  private long hourlyDueAt;
  private long aliveAt;
  private long trustAfter;

  Recovery(
      TaskRunRepository runs,
      WorkerRepository workers,
      DispatchSettings settings,
      Tally tally,
      BooleanSupplier stopped) {
    this.runs = runs;
    this.workers = workers;
    this.settings = settings;
    this.tally = tally;
    this.stopped = stopped;
  }

  /** When {@link #run} has something to do again. */
  long dueAt() {
    return dueAt;
  }

  /**
   * Says that the database answers. After a long silence workers could not renew their leases
   * either, or this process stood still: nobody is called lost before they had the time.
   */
  void databaseAnswered(long now) {
    long half = settings.leaseMillis() / 2;
    if (began && now - aliveAt >= half + settings.recoveryMillis()) {
      trustAfter = now + half;
    }
    began = true;
    aliveAt = now;
  }

  /** Says that it did not answer; if it never has, nobody knows for how long already. */
  void databaseFailed(long now) {
    if (!began) {
      began = true;
      aliveAt = now - settings.leaseMillis() - settings.recoveryMillis();
    }
  }

  /** Does what is due. */
  void run(long now) {
    if (now < dueAt) {
      return;
    }
    dueAt = now + settings.recoveryMillis(); // first: what fails is not tried at every scan
    tookBack(runs.recoverDispatched(now - settings.dispatchedMillis()));
    if (now >= trustAfter) {
      takeFromLost(now);
      endOverdue(now);
    }
    if (now >= hourlyDueAt) {
      hourlyDueAt = now + HOUR_MILLIS;
      workers.forget(now - DAY_MILLIS);
      if (settings.retentionDays() > 0) {
        cleanUp(now - settings.retentionDays() * DAY_MILLIS);
      }
    }
  }

  private void tookBack(int count) {
    if (count > 0) {
      tally.takenBack.add(count);
      LOG.info("{} runs of workers that are gone, or that nobody started, wait again", count);
    }
  }

  private void takeFromLost(long now) {
    long heardBefore = now - settings.leaseMillis();
    for (Worker worker : workers.timedOut(heardBefore)) {
      if (workers.markOffline(worker.id(), heardBefore)) {
        LOG.warn("worker {} is down: last heard at {}", worker.id(), worker.lastHeartbeat());
      }
    }
    int most = settings.mostAttempts();
    tally.givenUp.add(end(
        () -> runs.lost(heardBefore, most, BATCH),
        RunStatus.FAILED,
        "lost with its worker, in the last of its " + most + " attempts",
        now));
    tookBack(runs.requeueLost(heardBefore));
  }

  private void endOverdue(long now) {
    tally.timedOut.add(end(
        () -> runs.timedOut(now - settings.overdueMillis(), BATCH),
        RunStatus.TIMEOUT,
        "exceeded its time limit, and its worker did not end it",
        now));
  }

  /** Ends runs whose workers do not, batch after batch; how many. */
  private int end(Supplier<List<ActiveRun>> next, RunStatus status, String why, long now) {
    int all = 0;
    List<ActiveRun> held;
    int ended;
    do {
      held = next.get();
      List<Completion> ends = new ArrayList<>(held.size());
      for (ActiveRun run : held) {
        LOG.warn(
            "run {} of task {} ends as {} without its worker {}: {}",
            run.id(),
            run.taskId(),
            status,
            run.workerId(),
            why);
        ends.add(new Completion(run.id(), run.attempt(), status, now, null, why));
      }
      ended = runs.complete(ends);
      all += ended;
    } while (held.size() == BATCH && ended > 0 && !stopped.getAsBoolean());
    return all;
  }

  /** In parts, so that no statement is long; what is left after many of them waits an hour. */
  private void cleanUp(long finishedBefore) {
    int deleted;
    int parts = 0;
    do {
      deleted = runs.cleanup(finishedBefore, BATCH);
      tally.deleted.add(deleted);
    } while (deleted == BATCH && ++parts < MOST_CLEANUPS && !stopped.getAsBoolean());
  }
}
