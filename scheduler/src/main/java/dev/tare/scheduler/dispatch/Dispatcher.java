package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes runs of tasks when they are due, and gets back what was lost. Any number of dispatchers may
 * share a database: a due instant makes its runs once. All methods are safe from any thread.
 *
 * <p>An instant that is due makes a run, or one a shard. It is skipped while a run of its task is
 * not finished. It waits while a task that it depends on is due itself or did not complete.
 * Instants that were missed make one run together, scheduled at the first of them.
 *
 * <p>While the database is away the dispatcher waits, longer and longer, and goes on when it is
 * back.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final DispatchSettings settings;
  private final Clock clock;
  private final Runnable runsAreDue;
  private final Tally tally = new Tally();
  private final DueTasks dueTasks;
  private final Recovery recovery;
  private final SplittableRandom random = new SplittableRandom();
  private final Thread thread = new Thread(this::loop, "tare-dispatcher");
  private boolean started;
  private volatile boolean awake;
  private volatile boolean closed;

  /**
   * A dispatcher that does nothing before {@link #start}, except when it is told to {@link #scan}.
   *
   * @param crons reads schedules; its zone is the one in which tasks are due
   * @param runsAreDue called from the scanning thread after it has made runs or taken some back, to
   *     wake who claims them; must not wait
   */
  public Dispatcher(
      TaskRepository tasks,
      TaskRunRepository runs,
      WorkerRepository workers,
      CronCache crons,
      DispatchSettings settings,
      Clock clock,
      Runnable runsAreDue) {
    this.settings = settings;
    this.clock = clock;
    this.runsAreDue = runsAreDue;
    this.dueTasks = new DueTasks(tasks, runs, crons, settings, tally);
    this.recovery = new Recovery(runs, workers, settings, tally, () -> closed);
    thread.setDaemon(true);
  }

  /** Begins to scan, on a thread of its own. Call it once. */
  public synchronized void start() {
    if (started || closed) {
      throw new IllegalStateException("the dispatcher was started or closed before");
    }
    started = true;
    thread.start();
  }

  /** Says that a task was created or changed: it may be due earlier than any other. Never waits. */
  public void wake() {
    awake = true;
    LockSupport.unpark(thread);
  }

  /** What it has done. */
  public DispatchStats stats() {
    return tally.stats();
  }

  /**
   * Makes the runs of all that is due, and recovers what is lost if it is time to. One round trip
   * if nothing is due.
   *
   * @param now epoch milliseconds
   * @return when to scan again at the latest, epoch milliseconds
   * @throws dev.tare.scheduler.error.InfrastructureException if the database fails; what was done
   *     before stays, and the next scan goes on from there
   */
  public long scan(long now) {
    long before = tally.runsToClaim();
    try {
      synchronized (dueTasks) {
        return scanAlone(now);
      }
    } finally { // what a scan has made before it failed waits like any other
      if (tally.runsToClaim() > before) {
        runsAreDue.run();
      }
    }
  }

  private long scanAlone(long now) {
    tally.scans.increment();
    try {
      long next = dueTasks.dispatch(now);
      recovery.databaseAnswered(now);
      recovery.run(now);
      return Math.min(next, recovery.dueAt());
    } catch (RuntimeException e) {
      tally.failures.increment();
      recovery.databaseFailed(now);
      throw e;
    }
  }

  private void loop() {
    int failures = 0;
    while (!closed) {
      awake = false; // before the scan: whoever wakes from here on asks for the next
      try {
        long next = scan(clock.millis());
        if (failures > 0) {
          LOG.info("the dispatcher goes on after {} failures", failures);
          failures = 0;
        }
        sleep(next - clock.millis());
      } catch (RuntimeException e) {
        backOff(failures++, e);
      }
    }
  }

  private void sleep(long millis) {
    if (millis > 0 && !awake && !closed) {
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(millis));
      Thread.interrupted(); // nobody's business: left set, it would end every sleep
    }
  }

  /** No task that is created meanwhile shortens it: the database is not asked more for that. */
  private void backOff(int failures, RuntimeException failure) {
    long millis = settings.backoff().delayMillis(failures, random);
    if (failures == 0) {
      LOG.warn("the dispatcher waits for its database", failure);
    } else if (LOG.isDebugEnabled()) {
      LOG.debug("the dispatcher waits for {} ms more: {}", millis, failure.getMessage());
    }
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left;
    while (!closed && (left = until - System.nanoTime()) > 0) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** Closes within the time of the settings. */
  @Override
  public void close() {
    close(Duration.ofMillis(settings.closeMillis()));
  }

  /**
   * Scans no more, and waits for the scan that goes on.
   *
   * @return whether it has ended; if not, it ends after its next statement, and nothing is lost
   */
  public boolean close(Duration within) {
    closed = true;
    LockSupport.unpark(thread);
    if (thread == Thread.currentThread()) {
      return false;
    }
    try {
      thread.join(Math.max(1, within.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.error("the dispatcher was closed while a scan goes on");
    }
    return !thread.isAlive();
  }
}
