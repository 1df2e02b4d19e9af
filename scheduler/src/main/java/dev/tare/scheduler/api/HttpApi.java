package dev.tare.scheduler.api;

import dev.tare.scheduler.api.http.HttpListener;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.run.RunEndpoints;
import dev.tare.scheduler.api.system.ApiMetrics;
import dev.tare.scheduler.api.system.SystemEndpoints;
import dev.tare.scheduler.api.system.WorkerEndpoints;
import dev.tare.scheduler.api.task.TaskEndpoints;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** The HTTP API while it runs. Thread-safe. */
public final class HttpApi implements AutoCloseable {
  private final HttpListener listener;

  private HttpApi(HttpListener listener) {
    this.listener = listener;
  }

  /**
   * Starts the API; it answers until it is closed.
   *
   * @throws dev.tare.scheduler.error.ValidationException if it may not listen there: elsewhere than
   *     on loopback without tokens, or on a port that is taken
   */
  public static HttpApi start(ListenerConfig config, ApiPorts ports, Clock clock) {
    Routes routes = routes(ports, clock);
    ApiMetrics metrics = new ApiMetrics(ports.metrics(), routes.size());
    HttpListener listener = HttpListener.start(config, routes, metrics, clock);
    register(listener, ports.metrics());
    return new HttpApi(listener);
  }

  /** Everything that can be asked. */
  static Routes routes(ApiPorts ports, Clock clock) {
    Routes routes = new Routes();
    new TaskEndpoints(ports.tasks(), ports.runs(), ports.commands(), ports.schedules(), clock)
        .addTo(routes);
    new RunEndpoints(ports.runs(), ports.commands()).addTo(routes);
    new WorkerEndpoints(ports.workers(), ports.types()).addTo(routes);
    new SystemEndpoints(ports.tasks(), ports.runs(), ports.workers(), ports.metrics(), clock)
        .addTo(routes);
    return routes;
  }

  private static void register(HttpListener listener, MeterRegistry registry) {
    Gauge.builder("http.server.connections", listener, HttpListener::connections)
        .description("Open connections")
        .register(registry);
    Gauge.builder("http.server.threads", listener, HttpListener::threads)
        .description("Threads of the HTTP server")
        .register(registry);
    Gauge.builder("http.server.buffers", listener, each -> each.buffers().inUse())
        .description("Buffers that hold an answer")
        .register(registry);
    FunctionCounter.builder("http.server.limited", listener, HttpListener::limited)
        .description("Requests that found their client's bucket empty")
        .register(registry);
  }

  /** The port that it listens on. */
  public int port() {
    return listener.port();
  }

  /** How many connections are open. */
  public int connections() {
    return listener.connections();
  }

  /** How many threads the HTTP server has. */
  public int threads() {
    return listener.threads();
  }

  /** Takes no more requests, waits some seconds for those that are being answered, and stops. */
  @Override
  public void close() {
    listener.close();
  }
}
