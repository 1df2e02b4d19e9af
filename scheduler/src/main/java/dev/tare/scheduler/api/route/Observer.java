package dev.tare.scheduler.api.route;

import org.jspecify.annotations.Nullable;

/** Learns of every request that has been answered; called by the threads that answer. */
@FunctionalInterface
public interface Observer {

  /**
   * A request has been answered.
   *
   * @param route which; null if it had none, or was refused before
   * @param status the HTTP status
   * @param nanos how long it took, from its first byte to the last one of the answer
   */
  void answered(@Nullable Route route, int status, long nanos);
}
