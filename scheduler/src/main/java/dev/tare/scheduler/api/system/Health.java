package dev.tare.scheduler.api.system;

import dev.tare.scheduler.error.SchedulerException;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers, looked at once a second at most and by one thread: whoever asks
 * meanwhile gets the last result, so that a database that hangs does not take every thread.
 */
final class Health {
  private static final long VALID_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Runnable probe;
  private final Clock clock;
  private final ReentrantLock probing = new ReentrantLock();
  private volatile boolean up = true;
  private volatile long probedAt = Long.MIN_VALUE / 2;

  /** Asks by {@code probe}, which throws if the database does not answer. */
  Health(Runnable probe, Clock clock) {
    this.probe = probe;
    this.clock = clock;
  }

  boolean isUp() {
    long now = clock.millis();
    if (Math.abs(now - probedAt) >= VALID_MILLIS && probing.tryLock()) {
      try {
        probe(now);
      } finally {
        probing.unlock();
      }
    }
    return up;
  }

  private void probe(long now) {
    try {
      probe.run();
      up = true;
    } catch (SchedulerException e) {
      if (up) {
        LOG.warn("the database does not answer", e);
      }
      up = false;
    }
    probedAt = now;
  }
}
