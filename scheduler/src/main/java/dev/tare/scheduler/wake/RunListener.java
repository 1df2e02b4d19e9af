package dev.tare.scheduler.wake;

import dev.tare.scheduler.listener.Backoff;
import dev.tare.scheduler.listener.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for what a {@link RunAnnouncer} of another process says, over a connection of its own,
 * and wakes a worker. A connection that is lost is made again after a growing wait; the worker is
 * woken then, for what was said meanwhile.
 */
public final class RunListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunListener.class);
  private static final int SILENCE_MILLIS = 30_000; // then the connection is tried
  private static final long FIRST_BACKOFF_MILLIS = 50;
  private static final long LONGEST_BACKOFF_MILLIS = 5000;
  private static final long CLOSE_MILLIS = 5000;

  private final DataSource source;
  private final String workerId;
  private final Runnable wake;
  private final Signal signal = new Signal();
  private final Backoff backoff = new Backoff(FIRST_BACKOFF_MILLIS, LONGEST_BACKOFF_MILLIS);
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  /**
   * Does nothing before {@link #start}.
   *
   * @param source makes physical connections to PostgreSQL; one is kept
   * @param workerId whose own announcements are not heard
   * @param wake usually {@link dev.tare.scheduler.worker.Worker#wake}; never to wait
   */
  public RunListener(DataSource source, String workerId, Runnable wake) {
    this.source = source;
    this.workerId = workerId;
    this.wake = wake;
    this.thread = new Thread(this::listen, "tare-run-listener");
    this.thread.setDaemon(true);
  }

  /** Begins; call it once. */
  public void start() {
    thread.start();
  }

  /** Ends at once. */
  @Override
  public void close() {
    closed = true;
    signal.raise();
    Connection open = connection;
    if (open != null) {
      abort(open);
    }
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void abort(Connection open) {
    try {
      open.abort(Runnable::run); // closing would wait for the thread that reads
    } catch (SQLException e) {
      LOG.debug("the listening connection was gone already", e);
    }
  }

  private void listen() {
    while (!closed) {
      try (Connection open = source.getConnection()) {
        connection = open;
        hear(open);
      } catch (SQLException e) {
        pause(e);
      } finally {
        connection = null;
      }
    }
  }

  private void hear(Connection open) throws SQLException {
    PGConnection driver = open.unwrap(PGConnection.class);
    try (Statement statement = open.createStatement()) {
      statement.execute("LISTEN " + RunAnnouncer.CHANNEL);
      wake.run();
      while (!closed) {
        PGNotification[] heard = driver.getNotifications(SILENCE_MILLIS);
        backoff.succeed();
        if (heard == null || heard.length == 0) {
          statement.execute("SELECT 1"); // fails if the other end is gone without a word
        } else if (isFromOthers(heard)) {
          wake.run();
        }
      }
    }
  }

  private boolean isFromOthers(PGNotification[] heard) {
    for (PGNotification notification : heard) {
      if (!workerId.equals(notification.getParameter())) {
        return true;
      }
    }
    return false;
  }

  private void pause(SQLException failure) {
    if (closed) {
      return;
    }
    if (!backoff.isFailing()) {
      LOG.warn("submitted runs are found by polls until the database answers again", failure);
    }
    long until = System.nanoTime() + backoff.nextNanos();
    long left;
    while (!closed && (left = until - System.nanoTime()) > 0) {
      signal.await(left);
    }
  }
}
