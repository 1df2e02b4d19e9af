package dev.tare.scheduler.api.run;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Pages;
import dev.tare.scheduler.api.route.Query;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import java.io.IOException;

/** What can be asked of runs. */
public final class RunEndpoints {
  /** Where runs are. */
  public static final String PATH = "/api/task-runs/";

  private static final SerializedString ID = JsonOutput.name("id");
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString CHANGED = JsonOutput.name("changed");
  private static final SerializedString RESTARTED = JsonOutput.name("restartOf");
  private static final RunStatus[] STATUSES = RunStatus.values();

  private final TaskRunRepository runs;
  private final RunCommands commands;

  /** Reads from the one, changes by the other. */
  public RunEndpoints(TaskRunRepository runs, RunCommands commands) {
    this.runs = runs;
    this.commands = commands;
  }

  /** Adds their routes. */
  public void addTo(Routes routes) {
    routes
        .get("/api/task-runs", Scope.READ, this::list)
        .get("/api/task-runs/{id}", Scope.READ, this::get)
        .postEmpty("/api/task-runs/{id}/cancel", this::cancel)
        .postEmpty("/api/task-runs/{id}/restart", this::restart);
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query("status", "workerId", "page", "pageSize", "size");
    RunStatus status = query.word("status", STATUSES);
    String worker = query.text("workerId");
    if ((status == null) == (worker == null)) {
      throw Problem.ofField(
              ProblemKind.BAD_REQUEST,
              "status",
              "runs are listed by status or by workerId: send one of the two")
          .asException();
    }
    PageRequest page = query.page();
    Page<TaskRun> found =
        status != null ? runs.byStatus(status, page) : runs.byWorker(worker, page);
    Pages.answer(exchange, found, RunWriter::write);
  }

  private void get(Exchange exchange) throws IOException {
    long id = exchange.id();
    exchange.query();
    TaskRun run = runs.byId(id).orElseThrow(() -> new NotFoundException("run", id));
    RunWriter.write(run, exchange.json(200));
  }

  private void cancel(Exchange exchange) throws IOException {
    long id = exchange.id();
    exchange.query();
    StatusChange change = commands.cancel(id, exchange.requester());
    exchange
        .json(200)
        .object()
        .number(ID, id)
        .text(STATUS, RunStatus.CANCELLED.name())
        .flag(CHANGED, change == StatusChange.CHANGED)
        .endObject();
  }

  private void restart(Exchange exchange) throws IOException {
    long id = exchange.id();
    exchange.query();
    long created = commands.restart(id, exchange.requester(), exchange.traceparent());
    exchange
        .created(PATH + created)
        .object()
        .number(ID, created)
        .number(RESTARTED, id)
        .endObject();
  }
}
