package dev.tare.scheduler.wake;

import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workers of other processes that runs were submitted, in a thread of its own: at once,
 * but once in a gap, however many runs there are, and only if there are other workers. All methods
 * are safe from any thread.
 *
 * <p>Notifications commit one after the other in the whole server, and a listener that gets them
 * without a pause falls behind; the gap is what keeps a submitter of thousands from both.
 */
public final class RunAnnouncer implements AutoCloseable {
  static final String CHANNEL = "tare_runs";

  private static final Logger LOG = LoggerFactory.getLogger(RunAnnouncer.class);
  private static final long CLOSE_MILLIS = 5000;

  /** Binds the announcing worker twice; a row only if another one is alive. */
  private static final Sql NOTIFY = Sql.of("SELECT pg_notify('" + CHANNEL + "', ?)"
      + " WHERE EXISTS (SELECT 1 FROM worker WHERE status = 0 AND id <> ?)");

  private final Sessions sessions;
  private final String workerId;
  private final long gapNanos;
  private final Signal signal = new Signal();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Does nothing before {@link #start}.
   *
   * @param sessions of a PostgreSQL database; best a pinned connection
   * @param workerId the worker of this process, which is woken without a message
   * @param gapMillis between two announcements at least
   */
  public RunAnnouncer(Sessions sessions, String workerId, long gapMillis) {
    this.sessions = sessions;
    this.workerId = workerId;
    this.gapNanos = TimeUnit.MILLISECONDS.toNanos(gapMillis);
    this.thread = new Thread(this::announce, "tare-announcer");
    this.thread.setDaemon(true);
  }

  /** Begins; call it once. */
  public void start() {
    thread.start();
  }

  /** Runs were submitted, and are committed. Never waits, allocates nothing. */
  public void submitted() {
    signal.raise();
  }

  /** Ends; what was not announced yet is left to the others' polls. */
  @Override
  public void close() {
    closed = true;
    signal.raise();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void announce() {
    while (!closed) {
      if (signal.await(Long.MAX_VALUE) && !closed) {
        send();
        pause();
      }
    }
  }

  private void send() {
    try (Session session = sessions.open()) {
      try {
        PreparedStatement notify = session.prepare(NOTIFY);
        notify.setString(1, workerId);
        notify.setString(2, workerId);
        notify.executeQuery().close();
      } catch (SQLException e) {
        session.fail(e);
        LOG.debug("runs were not announced: the next poll finds them", e);
      }
    } catch (SQLException e) {
      LOG.debug("runs were not announced: the next poll finds them", e);
    }
  }

  /** Whoever submits meanwhile raises the signal, which is answered after it. */
  private void pause() {
    long until = System.nanoTime() + gapNanos;
    long left;
    while (!closed && (left = until - System.nanoTime()) > 0) {
      LockSupport.parkNanos(this, left);
    }
  }
}
