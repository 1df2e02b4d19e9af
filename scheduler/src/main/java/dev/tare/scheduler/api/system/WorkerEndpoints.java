package dev.tare.scheduler.api.system;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Pages;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import java.io.IOException;

/** What can be asked of workers. */
public final class WorkerEndpoints {
  private static final SerializedString ID = JsonOutput.name("id");
  private static final SerializedString HOSTNAME = JsonOutput.name("hostname");
  private static final SerializedString IP = JsonOutput.name("ip");
  private static final SerializedString ALL_TYPES = JsonOutput.name("allTypes");
  private static final SerializedString TYPES = JsonOutput.name("types");
  private static final SerializedString MAX_CONCURRENT = JsonOutput.name("maxConcurrent");
  private static final SerializedString RUNNING = JsonOutput.name("running");
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString LAST_HEARTBEAT = JsonOutput.name("lastHeartbeat");
  private static final SerializedString REGISTERED_AT = JsonOutput.name("registeredAt");

  private final WorkerRepository workers;
  private final TaskTypes types;

  /** Reads from these. */
  public WorkerEndpoints(WorkerRepository workers, TaskTypes types) {
    this.workers = workers;
    this.types = types;
  }

  /** Adds their routes. */
  public void addTo(Routes routes) {
    routes
        .get("/api/workers", Scope.READ, this::list)
        .get("/api/workers/{id}", Scope.READ, this::get);
  }

  private void list(Exchange exchange) throws IOException {
    PageRequest page = exchange.query("page", "pageSize", "size").page();
    Pages.answer(exchange, workers.list(page), this::write);
  }

  private void get(Exchange exchange) throws IOException {
    exchange.query();
    Worker worker = workers
        .byId(exchange.name())
        .orElseThrow(
            () -> Problem.of(ProblemKind.NOT_FOUND, "no worker has this id").asException());
    write(worker, exchange.json(200));
  }

  private void write(Worker worker, JsonOutput json) throws IOException {
    TypeSet supported = worker.types();
    json.object()
        .text(ID, worker.id())
        .text(HOSTNAME, worker.hostname())
        .text(IP, worker.ip())
        .flag(ALL_TYPES, supported.isAll())
        .array(TYPES);
    for (int type : supported.ids()) {
      json.text(types.nameOf(type));
    }
    json.endArray()
        .number(MAX_CONCURRENT, worker.maxConcurrent())
        .number(RUNNING, worker.running())
        .text(STATUS, worker.status().name())
        .instant(LAST_HEARTBEAT, worker.lastHeartbeat())
        .instant(REGISTERED_AT, worker.registeredAt())
        .endObject();
  }
}
