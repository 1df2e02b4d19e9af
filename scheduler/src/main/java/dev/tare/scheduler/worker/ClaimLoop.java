package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.Backoff;
import dev.tare.scheduler.listener.BatchWriter;
import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a worker that talks to the database: registers, renews the lease, writes what
 * the listener has gathered and claims the next runs, in one round trip, and sends back what the
 * worker holds and will not execute.
 *
 * <p>When a claim fails the database may still have done it: then runs are marked as this worker's
 * that it does not know of, and that its own heartbeats would keep from everybody. So before the
 * next claim everything goes back that the worker is said to hold and does not; and once more at
 * every heartbeat, for a server may go on for a while with the claim of a connection that is gone.
 */
final class ClaimLoop implements Runnable, BatchWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimLoop.class);
  private static final long FIRST_BACKOFF_MILLIS = 50;
  private static final long LONGEST_BACKOFF_MILLIS = 5000;
  private static final int CARRIED_PART = 4; // of a claim: so many ends are worth carrying

  private final WorkerSettings settings;
  private final Pool pool;
  private final RunBuffer buffer;
  private final StateListener listener;
  private final TaskRunRepository runs;
  private final Membership membership;
  private final Signal signal;
  private final Prefetch prefetch;
  private final Backoff backoff = new Backoff(FIRST_BACKOFF_MILLIS, LONGEST_BACKOFF_MILLIS);
  private final RunTable held = new RunTable();
  private final long pollNanos;

  private boolean sweepDue; // a worker that starts under a known name has nothing of what it had
  private boolean hungry;
  private long claimedNanos;
  private int wanting; // what the next write may claim along with it
  private long wantingAt;
  private volatile int holding;
  private volatile boolean asked;
  private volatile boolean claiming = true;
  private volatile boolean finishing;
  private volatile long finishByNanos;
  private volatile boolean left;

  ClaimLoop(WorkerSettings settings, Pool pool, TaskRunRepository runs, Membership membership) {
    this.settings = settings;
    this.pool = pool;
    this.buffer = pool.buffer;
    this.listener = pool.listener;
    this.runs = runs;
    this.membership = membership;
    this.signal = listener.signal();
    this.pollNanos = TimeUnit.MILLISECONDS.toNanos(settings.pollMillis());
    long now = System.nanoTime();
    this.prefetch = new Prefetch(Pool.most(settings), now);
    this.claimedNanos = now - pollNanos;
    this.sweepDue = true;
  }

  /** There may be runs to claim. Safe from any thread, like all below until {@link #run}. */
  void wake() {
    asked = true;
    signal.raise();
  }

  /** How many runs the worker holds, as the loop knew last. */
  int holding() {
    return holding;
  }

  /** Claims nothing any more. */
  void stopClaiming() {
    claiming = false;
    signal.raise();
  }

  /** Writes what there is, sends the rest back, and ends; at the deadline in any case. */
  void finish(long deadlineNanos) {
    finishByNanos = deadlineNanos;
    finishing = true;
    signal.raise();
  }

  /** Whether it ended with everything written and sent back. */
  boolean hasLeft() {
    return left;
  }

  @Override
  public void run() {
    while (!left && !isTooLate()) {
      try {
        step();
        backoff.succeed();
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private boolean isTooLate() {
    return finishing && finishByNanos - System.nanoTime() <= 0;
  }

  private void step() {
    buffer.forgetTaken();
    long now = pool.clock.millis();
    if (held.size() > 0 && pool.isLeaseOver(now)) {
      pool.forfeit(held); // before it is renewed: this process stood still, and others went on
      giveBackWaiting();
    }
    sweepDue |= membership.keep(now, held.size());
    pool.renewLease(membership.leaseUntil());
    if (!claiming) {
      giveBackWaiting();
    }
    if (sweepDue || pool.anyGivenBack()) {
      sweep();
    }
    int want = claiming ? wanted(System.nanoTime()) : 0;
    if (want > 0) {
      exchange(want);
    } else if (listener.nanosUntilDue() == 0 || (finishing && listener.pending() > 0)) {
      listener.flush(this);
    } else if (finishing) {
      leave();
    } else {
      sleep(now);
    }
    pool.forgetMarks(held);
    holding = held.size();
  }

  /** How many runs to claim now; 0 if there is no room or no reason to expect any. */
  private int wanted(long nowNanos) {
    prefetch.measure(buffer.taken(), nowNanos);
    int target = prefetch.target(buffer.idle());
    int waiting = buffer.size();
    int room = Math.min(target - waiting, settings.batch());
    boolean due = asked || nowNanos - claimedNanos >= pollNanos;
    boolean low = hungry && waiting <= target / 2;
    return due || low ? Math.max(0, room) : 0;
  }

  /** Claims, and writes what there is along with it if that is due or much. */
  private void exchange(int want) {
    asked = false; // before the claim: whoever asks from here on asks for the next
    long now = pool.clock.millis(); // after it: a run that somebody asked for is due by then
    claimedNanos = System.nanoTime();
    wanting = membership.types().isEmpty() ? 0 : want;
    wantingAt = now;
    if (listener.nanosUntilDue() == 0 || listener.pending() >= want / CARRIED_PART) {
      listener.flush(this);
    } // or else a run that somebody waits for would wait for a longer statement
    if (wanting > 0) { // nothing was written along with it
      wanting = 0;
      sweepDue = true; // until it is known what the claim did
      take(runs.claim(settings.id(), membership.types(), want, now), want);
    }
  }

  @Override
  public int write(List<Completion> batch) {
    if (wanting == 0) {
      int accepted = runs.complete(batch);
      forget(batch);
      return accepted;
    }
    sweepDue = true;
    int want = wanting;
    wanting = 0; // should this fail, the batch is written by itself first
    Exchange exchange =
        runs.completeAndClaim(batch, settings.id(), membership.types(), want, wantingAt);
    forget(batch);
    take(exchange.claimed(), want);
    return exchange.accepted();
  }

  @Override
  public void giveUp(Completion completion) {
    held.remove(completion.runId(), completion.attempt());
    sweepDue = true;
  }

  private void forget(List<Completion> ended) {
    for (int i = 0; i < ended.size(); i++) {
      held.remove(ended.get(i).runId(), ended.get(i).attempt());
    }
  }

  private void take(List<ClaimedRun> claimed, int want) {
    sweepDue = false;
    hungry = claimed.size() == want;
    for (int i = 0; i < claimed.size(); i++) {
      held.add(claimed.get(i).id(), claimed.get(i).attempt());
    }
    if (!claimed.isEmpty()) {
      buffer.publish(claimed);
    }
  }

  private void giveBackWaiting() {
    ClaimedRun run;
    while ((run = buffer.poll()) != null) {
      pool.giveBack(run);
    }
  }

  /** Sends back all that the database says is this worker's and the worker does not hold. */
  private void sweep() {
    pool.forgetGivenBack(held);
    sweepDue = true;
    long[] runIds = new long[held.size()];
    int[] attempts = new int[runIds.length];
    held.copyTo(runIds, attempts);
    int back = runs.requeueExcept(settings.id(), runIds, attempts);
    sweepDue = false;
    if (back > 0) {
      LOG.info("{} runs that worker {} did not execute wait again", back, settings.id());
    }
  }

  private void leave() {
    sweep();
    if (held.size() == 0) {
      membership.leave();
    } // or else its lease runs out while a task that does not stop keeps its run
    left = true;
  }

  private void sleep(long now) {
    if (hungry || asked) {
      int low = prefetch.target(buffer.idle()) / 2;
      buffer.wakeBelow(low);
      if (buffer.size() < low) {
        return; // below the mark already: nobody would pass it
      }
    }
    long untilPoll = pollNanos - (System.nanoTime() - claimedNanos);
    long untilHeartbeat = TimeUnit.MILLISECONDS.toNanos(membership.millisUntilHeartbeat(now));
    long idle = claiming && untilPoll > 0 ? untilPoll : pollNanos; // no room: wait to be woken
    signal.await(Math.min(Math.min(idle, untilHeartbeat), listener.nanosUntilDue()));
  }

  private void pause(RuntimeException failure) {
    if (!backoff.isFailing()) {
      LOG.warn(
          "worker {} waits for its database, with {} runs and {} updates",
          settings.id(),
          held.size(),
          listener.pending(),
          failure);
    }
    long until = System.nanoTime() + backoff.nextNanos();
    long left;
    while ((left = until - System.nanoTime()) > 0 && !isTooLate()) {
      signal.await(left);
    }
  }
}
