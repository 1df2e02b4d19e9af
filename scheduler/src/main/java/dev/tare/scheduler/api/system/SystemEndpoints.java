package dev.tare.scheduler.api.system;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problems;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.run.RunWriter;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerStatus;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Figures about the whole, health, and metrics. */
public final class SystemEndpoints {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString DAYS = JsonOutput.name("days");
  private static final SerializedString TASKS = JsonOutput.name("tasks");
  private static final SerializedString ACTIVE = JsonOutput.name("active");
  private static final SerializedString INACTIVE = JsonOutput.name("inactive");
  private static final SerializedString RUNS = JsonOutput.name("runs");
  private static final SerializedString WORKERS = JsonOutput.name("workers");
  private static final SerializedString ALIVE = JsonOutput.name("alive");
  private static final SerializedString DOWN = JsonOutput.name("down");
  private static final SerializedString CAPACITY = JsonOutput.name("capacity");
  private static final SerializedString HELD = JsonOutput.name("held");
  private static final TaskFilter ACTIVE_TASKS = new TaskFilter(TaskStatus.ACTIVE, null, null);
  private static final TaskFilter INACTIVE_TASKS = new TaskFilter(TaskStatus.INACTIVE, null, null);

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final WorkerRepository workers;
  private final PrometheusMeterRegistry metrics;
  private final Health health;
  private final Clock clock;

  /** Reads from these. */
  public SystemEndpoints(
      TaskRepository tasks,
      TaskRunRepository runs,
      WorkerRepository workers,
      PrometheusMeterRegistry metrics,
      Clock clock) {
    this.tasks = tasks;
    this.runs = runs;
    this.workers = workers;
    this.metrics = metrics;
    this.health = new Health(() -> runs.byId(0), clock);
    this.clock = clock;
  }

  /** Adds their routes. */
  public void addTo(Routes routes) {
    routes
        .get("/api/system/stats", Scope.READ, this::stats)
        .get("/api/health", Scope.NONE, this::health)
        .get("/api/metrics", Scope.READ, this::metrics)
        .get("/metrics", Scope.READ, this::metrics);
  }

  private void stats(Exchange exchange) throws IOException {
    int days = exchange.query("days").number("days", 7, 1, 3_650);
    long active = tasks.count(ACTIVE_TASKS);
    long inactive = tasks.count(INACTIVE_TASKS);
    RunStats counted = runs.stats(clock.millis() - TimeUnit.DAYS.toMillis(days));
    List<WorkerLoad> loads = workers.loadStats();
    JsonOutput json = exchange
        .json(200)
        .object()
        .number(DAYS, days)
        .object(TASKS)
        .number(ACTIVE, active)
        .number(INACTIVE, inactive)
        .endObject()
        .object(RUNS);
    RunWriter.writeMembers(counted, json);
    json.endObject();
    writeWorkers(loads, json);
    json.endObject();
  }

  private static void writeWorkers(List<WorkerLoad> loads, JsonOutput json) throws IOException {
    long alive = 0;
    long capacity = 0;
    long held = 0;
    for (int i = 0; i < loads.size(); i++) {
      WorkerLoad load = loads.get(i);
      if (load.status() == WorkerStatus.ALIVE) {
        alive++;
        capacity += load.maxConcurrent();
      }
      held += load.dispatched() + load.running();
    }
    json.object(WORKERS)
        .number(ALIVE, alive)
        .number(DOWN, loads.size() - alive)
        .number(CAPACITY, capacity)
        .number(HELD, held)
        .endObject();
  }

  private void health(Exchange exchange) throws IOException {
    exchange.query();
    if (!health.isUp()) {
      throw Problems.unavailable("the database does not answer: try again later")
          .asException();
    }
    exchange.json(200).object().text(STATUS, "UP").endObject();
  }

  private void metrics(Exchange exchange) throws IOException {
    exchange.query();
    metrics.scrape(exchange.stream(200, METRICS_TYPE), METRICS_TYPE);
  }
}
