package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.WorkerRepository;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the ends of attempts and heartbeats of this process in, and writes them in batches: as soon
 * as a batch is full or its oldest has waited for the delay, one statement a batch.
 *
 * <p>Taking in is safe from any thread, allocates nothing and waits only while the buffer is full,
 * which is how a database that is slow or away slows the workers down. A batch that fails is kept
 * and written again after a growing wait. A duplicate, or the end of a superseded attempt, changes
 * nothing.
 *
 * <p>One thread writes: the listener's own after {@link #start}, or a worker's loop that sends the
 * batch along with its next claim ({@link #signal}, {@link #nanosUntilDue}, {@link #flush}).
 */
public final class StateListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StateListener.class);
  private static final Duration DEFAULT_CLOSE = Duration.ofSeconds(10);
  private static final long LAST_FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final WorkerRepository workers;
  private final ListenerSettings settings;
  private final long delayNanos;
  private final Signal signal = new Signal();
  private final CompletionBuffer buffer;
  private final HeartbeatBox heartbeats = new HeartbeatBox();
  private final BatchWriter plainWriter;
  private final Backoff backoff;
  private final ReentrantLock flushing = new ReentrantLock();

  private @Nullable Thread thread;
  private volatile boolean closing;
  private volatile long closeByNanos;
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong superseded = new AtomicLong();

  /** Writes nothing before {@link #start}, or before a worker drains it. */
  public StateListener(RunQueue runs, WorkerRepository workers, ListenerSettings settings) {
    this.workers = workers;
    this.settings = settings;
    this.delayNanos = TimeUnit.MILLISECONDS.toNanos(settings.delayMillis());
    this.buffer = new CompletionBuffer(settings.capacity(), settings.batch(), signal);
    this.plainWriter = runs::complete;
    this.backoff = new Backoff(settings.firstBackoffMillis(), settings.longestBackoffMillis());
  }

  /** Begins to write, in a thread of its own. Call it once, and not if a worker drains. */
  public synchronized void start() {
    if (thread != null) {
      throw new IllegalStateException("the listener was started before");
    }
    thread = new Thread(this::drain, "tare-listener");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes the end of an attempt in, and waits while there is no room. An interrupt does not end the
   * wait and is kept.
   *
   * @return false if the listener is closed: then the end is not recorded
   */
  public boolean complete(Completion completion) {
    return buffer.put(completion);
  }

  /** Takes the end of an attempt in if there is room now. */
  public boolean offer(Completion completion) {
    return buffer.offer(completion);
  }

  /** Takes a heartbeat in; an older one of the same worker that was not written is dropped. */
  public boolean heartbeat(Heartbeat heartbeat) {
    boolean taken = heartbeats.put(heartbeat);
    signal.raise();
    return taken;
  }

  /** Raised when there is something to write. For the thread that drains. */
  public Signal signal() {
    return signal;
  }

  /** How many ends of attempts have been taken in and not been written. */
  public int pending() {
    return buffer.size();
  }

  /** How many ends of attempts were written and accepted. */
  public long accepted() {
    return accepted.get();
  }

  /** How many had been superseded, or were there already. */
  public long superseded() {
    return superseded.get();
  }

  /** After how long there will be something to write; 0 for now, the maximum for nothing. */
  public long nanosUntilDue() {
    if (!heartbeats.isEmpty()) {
      return 0;
    }
    int size = buffer.size();
    if (size == 0) {
      return Long.MAX_VALUE;
    }
    return size >= settings.batch() ? 0 : Math.max(0, delayNanos - buffer.ageNanos());
  }

  /**
   * Writes the oldest batch, due or not, and the heartbeats. For the thread that drains.
   *
   * @param writer how the batch is written; not called if it is empty
   * @throws RuntimeException the database failed in a way that may pass: the batch is kept
   */
  public void flush(BatchWriter writer) {
    if (!flushing.tryLock()) { // a worker that was closed at its deadline may be in its last one
      LockSupport.parkNanos(LAST_FLUSH_NANOS);
      return;
    }
    try {
      flushLocked(writer);
    } finally {
      flushing.unlock();
    }
  }

  private void flushLocked(BatchWriter writer) {
    List<Completion> batch = buffer.peek(settings.batch());
    int size = batch.size();
    if (size > 0) {
      int written;
      try {
        written = writer.write(batch);
      } catch (RuntimeException e) {
        if (Rescue.isWorthRepeating(e)) {
          throw e;
        }
        LOG.warn("a batch of {} updates was refused: writing them apart", size, e);
        written = Rescue.write(batch, writer);
      }
      buffer.remove(size);
      accepted.addAndGet(written);
      superseded.addAndGet(size - written);
    }
    if (!heartbeats.isEmpty()) {
      flushHeartbeats();
    }
  }

  private void flushHeartbeats() {
    List<Heartbeat> taken = heartbeats.take();
    try {
      workers.heartbeats(taken);
    } catch (RuntimeException e) {
      if (Rescue.isWorthRepeating(e)) {
        heartbeats.giveBack(taken);
        throw e;
      }
      LOG.warn("{} heartbeats were refused and are dropped", taken.size(), e);
    }
  }

  private void drain() {
    while (!isDone()) {
      long waitNanos = closing ? 0 : nanosUntilDue();
      if (waitNanos > 0) {
        signal.await(waitNanos);
        continue;
      }
      try {
        flush(plainWriter);
        backoff.succeed();
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private boolean isDone() {
    return closing
        && ((buffer.size() == 0 && heartbeats.isEmpty()) || closeByNanos - System.nanoTime() <= 0);
  }

  private void pause(RuntimeException failure) {
    if (!backoff.isFailing()) {
      LOG.warn("{} updates wait for the database", buffer.size(), failure);
    }
    long until = System.nanoTime() + backoff.nextNanos();
    long left;
    while ((left = until - System.nanoTime()) > 0 && !isDone()) {
      signal.await(left);
    }
  }

  /** Closes within ten seconds. */
  @Override
  public void close() {
    close(DEFAULT_CLOSE);
  }

  /**
   * Takes nothing in any more, and writes what was taken in, for as long as a deadline allows. A
   * worker that drains is to be closed before.
   *
   * @return how many ends of attempts were not written: their runs will be recovered
   */
  public int close(Duration within) {
    closeByNanos = System.nanoTime() + within.toNanos();
    buffer.close();
    closing = true;
    signal.raise();
    Thread draining;
    synchronized (this) {
      draining = thread;
    }
    if (draining == null) {
      drain();
    } else {
      awaitEnd(draining, within);
    }
    int lost = buffer.size();
    if (lost > 0) {
      LOG.error("{} updates were not written before the deadline: runs will be recovered", lost);
    }
    return lost;
  }

  private static void awaitEnd(Thread draining, Duration within) {
    try {
      draining.join(Math.max(1, within.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
