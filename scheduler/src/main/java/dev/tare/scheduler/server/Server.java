package dev.tare.scheduler.server;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.api.ApiPorts;
import dev.tare.scheduler.api.HttpApi;
import dev.tare.scheduler.api.http.ListenerConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/** A started scheduler with its HTTP API. Thread-safe. */
public final class Server implements AutoCloseable {
  private final Scheduler scheduler;
  private final HttpApi api;

  private Server(Scheduler scheduler, HttpApi api) {
    this.scheduler = scheduler;
    this.api = api;
  }

  /**
   * Starts a scheduler, which is given away, and the API before it. If the API can not listen, the
   * scheduler is closed.
   *
   * @throws dev.tare.scheduler.error.ValidationException if the API may not listen there
   */
  public static Server start(Scheduler scheduler, ListenerConfig config, Clock clock) {
    try {
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      SchedulerMetrics.register(scheduler, registry);
      ApiPorts ports = new ApiPorts(
          scheduler.tasks(),
          scheduler.runs(),
          scheduler.workers(),
          scheduler.types(),
          new ServedRuns(scheduler),
          scheduler.schedules()::nextDueAt,
          registry);
      scheduler.start();
      return new Server(scheduler, HttpApi.start(config, ports, clock));
    } catch (RuntimeException e) {
      scheduler.close();
      throw e;
    }
  }

  /** The port that the API listens on. */
  public int port() {
    return api.port();
  }

  /** The API, for figures. */
  public HttpApi api() {
    return api;
  }

  /** The scheduler behind it. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** Answers no more, then closes the scheduler. */
  @Override
  public void close() {
    try {
      api.close();
    } finally {
      scheduler.close();
    }
  }
}
