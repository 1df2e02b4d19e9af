package dev.tare.scheduler.pool;

import dev.tare.scheduler.error.OverloadException;

/** All objects of a pool are in use, and its policy gives no other. */
public final class PoolExhaustedException extends OverloadException {
  private static final long serialVersionUID = 1L;

  PoolExhaustedException(String pool, int size, long waitedMillis) {
    super("all " + size + " objects of pool " + pool + " are in use, waited " + waitedMillis
        + " ms: release them earlier, or raise its maxSize");
  }
}
