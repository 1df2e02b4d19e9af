package dev.tare.scheduler.worker.executor.http;

import dev.tare.scheduler.error.ValidationException;
import java.net.URI;
import java.util.function.Predicate;

/**
 * Where HTTP runs may go, and how.
 *
 * @param connectTimeoutMillis how long a connection may take to come about
 * @param followRedirects whether a redirection is followed, though never from https to http
 * @param allowed says of a URI whether it may be requested; asked for the task's own URI, not again
 *     for redirections
 */
public record HttpSettings(
    long connectTimeoutMillis, boolean followRedirects, Predicate<URI> allowed) {

  /** 10 s, no redirections, everywhere. */
  public static final HttpSettings DEFAULT = new HttpSettings(10_000, false, uri -> true);

  /** Refuses a time below 1 ms. */
  public HttpSettings {
    if (connectTimeoutMillis < 1) {
      throw new ValidationException(
          "connectTimeoutMillis is " + connectTimeoutMillis + ": use 1 or more");
    }
  }
}
