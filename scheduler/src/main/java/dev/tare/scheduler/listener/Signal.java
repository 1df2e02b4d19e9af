package dev.tare.scheduler.listener;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread sleep until another has something for it. Allocates nothing, takes no lock.
 *
 * <p>Whoever raises it has published what the sleeper is to see; the sleeper looks at everything
 * again after each sleep, for a signal may stand for several, or for nothing any more.
 */
public final class Signal {
  private volatile boolean raised;
  private volatile @Nullable Thread sleeper;

  /** Not raised. */
  public Signal() {}

  /** Ends the present sleep, or else the next one. Safe from any thread. */
  public void raise() {
    if (raised) {
      return;
    }
    raised = true;
    Thread sleeping = sleeper;
    if (sleeping != null) {
      LockSupport.unpark(sleeping);
    }
  }

  /**
   * Sleeps until the signal is raised or the time is over, whichever comes first, and lowers it.
   * One thread may call this.
   *
   * @param nanos at most so long; without a sleep if 0 or less
   * @return whether it was raised
   */
  public boolean await(long nanos) {
    if (nanos > 0) {
      sleeper = Thread.currentThread();
      if (!raised) {
        LockSupport.parkNanos(this, nanos);
      }
      sleeper = null;
    }
    boolean was = raised;
    raised = false;
    return was;
  }
}
