package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.limit.RateLimiter;
import dev.tare.scheduler.api.route.Observer;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Authenticator;
import dev.tare.scheduler.api.security.BindPolicy;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.pool.PoolStats;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A listening socket with its threads. Thread-safe. */
public final class HttpListener implements AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final Server server;
  private final ServerConnector connector;
  private final QueuedThreadPool threads;
  private final RateLimiter limiter;
  private final FrontHandler handler;

  private HttpListener(
      Server server,
      ServerConnector connector,
      QueuedThreadPool threads,
      RateLimiter limiter,
      FrontHandler handler) {
    this.server = server;
    this.connector = connector;
    this.threads = threads;
    this.limiter = limiter;
    this.handler = handler;
  }

  /**
   * Listens, and answers by these routes until it is closed.
   *
   * @throws ValidationException if it may not listen there: elsewhere than on loopback without
   *     tokens, or on a port that is taken
   */
  public static HttpListener start(
      ListenerConfig config, Routes routes, Observer observer, Clock clock) {
    InetAddress address = BindPolicy.address(config.host(), config.tokens() != null);
    RateLimiter limiter = new RateLimiter(
        config.burst(),
        config.perSecond(),
        ListenerConfig.CLIENTS,
        new SecureRandom().nextLong(),
        clock);
    long patienceMillis = config.patience().toMillis();
    QueuedThreadPool threads =
        new QueuedThreadPool(config.threads(), Math.min(4, config.threads()));
    threads.setName("tare-http");
    threads.setStopTimeout(STOP_MILLIS);

    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(address.getHostAddress());
    connector.setPort(config.port());
    connector.setIdleTimeout(patienceMillis);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(config.connections(), server));
    server.setErrorHandler(new ProblemPages());
    server.setStopTimeout(STOP_MILLIS);
    FrontHandler handler = new FrontHandler(
        routes,
        limiter,
        config.tokens() == null ? null : new Authenticator(config.tokens()),
        observer,
        config.threads(),
        patienceMillis);
    server.setHandler(new GracefulHandler(handler));
    HttpListener listener = new HttpListener(server, connector, threads, limiter, handler);
    listener.start(config);
    return listener;
  }

  private void start(ListenerConfig config) {
    try {
      server.start();
    } catch (Exception e) {
      close();
      if (e instanceof IOException) {
        throw new ValidationException("the HTTP API can not listen on " + config.host() + ':'
            + config.port() + ": " + e.getMessage());
      }
      throw new IllegalStateException("the HTTP server does not start", e);
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(8_192);
    return configuration;
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** How many connections are open. */
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  /** How many threads there are. */
  public int threads() {
    return threads.getThreads();
  }

  /** What became of the buffers that answers are written into. */
  public PoolStats buffers() {
    return handler.bufferStats();
  }

  /** How many requests found their client's bucket empty. */
  public long limited() {
    return limiter.refused();
  }

  /** Takes no more requests, waits some seconds for those that are being answered, and stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop", e);
    }
  }
}
