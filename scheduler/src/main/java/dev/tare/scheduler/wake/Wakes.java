package dev.tare.scheduler.wake;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sessions;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the worker of this process, and those of others where the database can carry a message. For
 * whoever makes runs: submitters and the dispatcher. All methods are safe from any thread.
 */
public final class Wakes implements AutoCloseable {
  /** A listener keeps up with 250 a second; a run waits for no longer than this more. */
  private static final long GAP_MILLIS = 4;

  private final Runnable own;
  private final @Nullable RunAnnouncer announcer;
  private final @Nullable RunListener listener;

  /**
   * Carries nothing to others before {@link #start}.
   *
   * @param shared takes a session for each announcement
   * @param listening makes the connection that is kept to listen; absent if none is to be kept, not
   *     used with SQLite
   * @param workerId the worker of this process
   * @param own wakes it; never to wait
   */
  public Wakes(
      Dialect dialect,
      Sessions shared,
      @Nullable DataSource listening,
      String workerId,
      Runnable own) {
    boolean carried = dialect == Dialect.POSTGRESQL;
    this.own = own;
    this.announcer = carried ? new RunAnnouncer(shared, workerId, GAP_MILLIS) : null;
    this.listener = carried && listening != null ? new RunListener(listening, workerId, own) : null;
  }

  /** Begins; call it once. */
  public void start() {
    if (announcer != null) {
      announcer.start();
    }
    if (listener != null) {
      listener.start();
    }
  }

  /** Runs that may start were made, and are committed. Never waits, allocates nothing. */
  public void submitted() {
    own.run();
    if (announcer != null) {
      announcer.submitted();
    }
  }

  /** Ends; needs not have been started. */
  @Override
  public void close() {
    if (listener != null) {
      listener.close();
    }
    if (announcer != null) {
      announcer.close();
    }
  }
}
