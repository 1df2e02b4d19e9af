package dev.tare.scheduler.api.route;

import java.io.IOException;

/** Answers the requests of one route; called by several threads at once. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers one request. What it throws is answered as a problem instead, as long as nothing has
   * been sent.
   *
   * @throws IOException if the client has gone
   */
  void answer(Exchange exchange) throws IOException;
}
