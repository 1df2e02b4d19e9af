package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.worker.RunSlot.Stop;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims runs of the types that its executors serve, executes them on a fixed pool of threads, and
 * reports how they ended. All methods are safe from any thread.
 *
 * <p>A run is executed at least once: again after a crash, and after a lease that ran out. Its end
 * is accepted from its latest attempt alone. While the database is away the pool works off what it
 * holds and then waits; nothing that ended is forgotten.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final WorkerSettings settings;
  private final Pool pool;
  private final ClaimLoop loop;
  private final Watch watch;
  private final Thread loopThread;
  private final Thread watchThread;
  private boolean started;
  private boolean closed;

  /**
   * A worker that does nothing before {@link #start}.
   *
   * @param runs best a repository over one pinned connection: a single thread uses it
   * @param tasks finds a task by its id, usually in a cache; null if there is none
   * @param listener takes the ends of runs, and is drained by this worker: it is not to be started
   */
  public Worker(
      WorkerSettings settings,
      TaskRunRepository runs,
      WorkerRepository workers,
      TaskTypes taskTypes,
      LongFunction<? extends @Nullable Task> tasks,
      ExecutorRegistry executors,
      StateListener listener,
      Clock clock) {
    this.settings = settings;
    this.pool = new Pool(settings, listener, tasks, executors, clock);
    this.loop = new ClaimLoop(
        settings, pool, runs, new Membership(settings, workers, taskTypes, executors));
    this.watch = new Watch(pool);
    this.loopThread = daemon(loop, "tare-worker-" + settings.id() + "-loop");
    this.watchThread = daemon(watch, "tare-worker-" + settings.id() + "-watch");
  }

  private static Thread daemon(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to claim and to execute. Call it once. */
  public synchronized void start() {
    if (started || closed) {
      throw new IllegalStateException("worker " + settings.id() + " was started or closed before");
    }
    started = true;
    pool.start();
    loopThread.start();
    watchThread.start();
  }

  /** Its name. */
  public String id() {
    return settings.id();
  }

  /** Says that a run was submitted: the worker asks for runs at once. Never waits. */
  public void wake() {
    loop.wake();
  }

  /** How many runs are executed now. */
  public int running() {
    return pool.busy();
  }

  /** How many runs the worker holds: executed, waiting for a thread, or ended and not reported. */
  public int holding() {
    return loop.holding();
  }

  /**
   * Cancels a run of this worker: it is interrupted if it is executed, and skipped if it waits.
   *
   * @return whether it was interrupted
   */
  public boolean cancel(long runId) {
    if (pool.stop(runId, Stop.CANCEL)) {
      return true;
    }
    pool.cancelWaiting(runId);
    return pool.stop(runId, Stop.CANCEL); // a thread may have begun it just before
  }

  /**
   * Does what a message asks for: CANCEL as {@link #cancel}, RESTART by interrupting the run and
   * sending it back to wait. Threads can not be held, so PAUSE and RESUME change nothing.
   */
  public void control(TaskControl control) {
    switch (control.action()) {
      case CANCEL -> cancel(control.runId());
      case RESTART -> pool.stop(control.runId(), Stop.GIVE_BACK);
      case PAUSE, RESUME -> LOG.debug("run {} is not paused: it has a thread", control.runId());
    }
  }

  /** Closes within the time of the settings. */
  @Override
  public void close() {
    close(Duration.ofMillis(settings.closeMillis()));
  }

  /**
   * Claims nothing any more, sends back what it has not begun, lets runs end, interrupts those that
   * have not when a fifth of the time is left, and reports everything.
   *
   * @return whether all was reported or sent back; if not, it will be recovered from the database
   *     when the lease has run out
   */
  public synchronized boolean close(Duration within) {
    if (closed || !started) {
      closed = true;
      return true;
    }
    closed = true;
    long now = System.nanoTime();
    long deadline = now + within.toNanos();
    loop.stopClaiming();
    pool.buffer.close();
    boolean interrupted = false;
    try {
      if (!pool.join(now + within.toNanos() / 5 * 4)) {
        pool.stopAll();
        pool.join(now + within.toNanos() / 10 * 9);
      }
    } catch (InterruptedException e) {
      pool.stopAll();
      interrupted = true;
    }
    watch.close();
    loop.finish(deadline);
    interrupted |= !join(loopThread, deadline) && Thread.interrupted();
    if (!loop.hasLeft()) {
      LOG.error("worker {} was closed before it could report everything", settings.id());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return loop.hasLeft() && loop.holding() == 0;
  }

  private static boolean join(Thread thread, long deadlineNanos) {
    try {
      long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
      thread.join(Math.max(1, left));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
