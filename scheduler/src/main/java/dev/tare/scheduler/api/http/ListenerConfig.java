package dev.tare.scheduler.api.http;

import dev.tare.scheduler.auth.token.TokenService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a listener listens, and what it grants.
 *
 * @param host name or address of an interface
 * @param port 0 for any that is free
 * @param tokens verifies bearer tokens; absent to ask for none, which loopback alone allows
 * @param burst requests that a client may send at once, 1–1,000,000
 * @param perSecond requests that a client may send in a second, 1–1,000,000
 * @param threads the most that answer requests, 4 or more
 * @param connections the most that are open; more wait until one closes
 * @param patience how long a client may be silent, take to send its body, or take to read 16 KiB of
 *     an answer, before its connection is closed
 */
public record ListenerConfig(
    String host,
    int port,
    @Nullable TokenService tokens,
    int burst,
    int perSecond,
    int threads,
    int connections,
    Duration patience) {

  /** Clients that are told apart at once: 1.25 MiB of table, whatever is sent. */
  static final int CLIENTS = 65_536;

  /** Any free port of loopback, without tokens, with the limits of the specification. */
  public static ListenerConfig loopback() {
    return new ListenerConfig("127.0.0.1", 0, null, 20, 10, 16, 1_024, Duration.ofSeconds(30));
  }

  /** The same on another interface and port. */
  public ListenerConfig at(String newHost, int newPort) {
    return new ListenerConfig(
        newHost, newPort, tokens, burst, perSecond, threads, connections, patience);
  }

  /** The same with tokens asked for. */
  public ListenerConfig authenticatedBy(TokenService service) {
    return new ListenerConfig(
        host, port, service, burst, perSecond, threads, connections, patience);
  }

  /** The same with other limits for a client. */
  public ListenerConfig limitedTo(int newBurst, int newPerSecond) {
    return new ListenerConfig(
        host, port, tokens, newBurst, newPerSecond, threads, connections, patience);
  }

  /** The same with other limits for the process. */
  public ListenerConfig sized(int newThreads, int newConnections, Duration newPatience) {
    return new ListenerConfig(
        host, port, tokens, burst, perSecond, newThreads, newConnections, newPatience);
  }
}
