package dev.tare.scheduler.api.task;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonBody;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Pages;
import dev.tare.scheduler.api.route.Query;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.api.run.RunEndpoints;
import dev.tare.scheduler.api.run.RunWriter;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What can be asked of tasks. */
public final class TaskEndpoints {
  private static final String PATH = "/api/tasks/";
  private static final int MOST_PAYLOAD_BYTES = 1 << 20;
  private static final int MOST_PAYLOAD_KEYS = 100;
  private static final SerializedString TASK_ID = JsonOutput.name("taskId");
  private static final SerializedString RUN_IDS = JsonOutput.name("runIds");
  private static final SerializedString DAYS = JsonOutput.name("days");
  private static final TaskStatus[] STATUSES = TaskStatus.values();

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final RunCommands commands;
  private final Schedules schedules;
  private final Clock clock;

  /** Reads and writes tasks and says so, reads runs, and makes runs by commands. */
  public TaskEndpoints(
      TaskRepository tasks,
      TaskRunRepository runs,
      RunCommands commands,
      Schedules schedules,
      Clock clock) {
    this.tasks = tasks;
    this.runs = runs;
    this.commands = commands;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** Adds their routes. */
  public void addTo(Routes routes) {
    routes
        .get("/api/tasks", Scope.READ, this::list)
        .post("/api/tasks", this::create)
        .get("/api/tasks/{id}", Scope.READ, this::get)
        .put("/api/tasks/{id}", this::replace)
        .patch("/api/tasks/{id}", this::patch)
        .delete("/api/tasks/{id}", this::delete)
        .postOptional("/api/tasks/{id}/trigger", this::trigger)
        .get("/api/tasks/{id}/runs", Scope.READ, this::listRuns)
        .get("/api/tasks/{id}/stats", Scope.READ, this::stats);
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query("status", "type", "name", "page", "pageSize", "size");
    TaskStatus status = query.word("status", STATUSES);
    String type = query.text("type");
    String name = query.text("name");
    PageRequest page = query.page();
    TaskFilter filter = status == null && type == null && name == null
        ? TaskFilter.ANY
        : new TaskFilter(status, type, name);
    Pages.answer(exchange, tasks.list(filter, page), TaskWriter::write);
  }

  private void create(Exchange exchange) throws IOException {
    exchange.query();
    NewTask definition = TaskReader.definition(exchange.body());
    long now = clock.millis();
    Task task = tasks.create(definition, nextDueAt(definition, null, now), now);
    TaskWriter.write(task, exchange.created(PATH + task.id()));
  }

  private void get(Exchange exchange) throws IOException {
    Task task = task(exchange.id());
    exchange.query();
    TaskWriter.write(task, exchange.json(200));
  }

  private void replace(Exchange exchange) throws IOException {
    Task before = task(exchange.id());
    exchange.query();
    update(exchange, before, TaskReader.definition(exchange.body()));
  }

  private void patch(Exchange exchange) throws IOException {
    Task before = task(exchange.id());
    exchange.query();
    update(exchange, before, TaskReader.patched(before, exchange.body()));
  }

  private void update(Exchange exchange, Task before, NewTask definition) throws IOException {
    long now = clock.millis();
    Task after = tasks.update(before.id(), definition, nextDueAt(definition, before, now), now);
    TaskWriter.write(after, exchange.json(200));
  }

  private void delete(Exchange exchange) {
    long id = exchange.id();
    exchange.query();
    tasks.delete(id, clock.millis());
    exchange.noContent();
  }

  private void trigger(Exchange exchange) throws IOException {
    long id = exchange.id();
    exchange.query();
    long[] created = commands.submit(id, payload(exchange.body()), exchange.traceparent());
    JsonOutput json = exchange
        .created(RunEndpoints.PATH + created[0])
        .object()
        .number(TASK_ID, id)
        .array(RUN_IDS);
    for (long run : created) {
      json.number(run);
    }
    json.endArray().endObject();
  }

  private void listRuns(Exchange exchange) throws IOException {
    long id = exchange.id();
    PageRequest page = exchange.query("page", "pageSize", "size").page();
    Page<TaskRun> found = runs.byTask(id, page);
    if (found.total() == 0) {
      task(id); // a task without runs is not the same as none
    }
    Pages.answer(exchange, found, RunWriter::write);
  }

  private void stats(Exchange exchange) throws IOException {
    long id = exchange.id();
    int days = exchange.query("days").number("days", 7, 1, 3_650);
    task(id);
    RunStats stats = runs.stats(id, clock.millis() - TimeUnit.DAYS.toMillis(days));
    JsonOutput json = exchange.json(200).object().number(TASK_ID, id).number(DAYS, days);
    RunWriter.writeMembers(stats, json);
    json.endObject();
  }

  private Task task(long id) {
    return tasks.byId(id).orElseThrow(() -> new NotFoundException("task", id));
  }

  /**
   * When the definition is due next. A schedule that stays keeps its instant: one that is overdue
   * would be skipped otherwise.
   */
  private long nextDueAt(NewTask definition, @Nullable Task before, long now) {
    String schedule = definition.schedule();
    if (schedule == null) {
      return 0;
    }
    long next = schedules.nextDueAt(schedule, now); // also reads the text of an inactive task
    if (definition.status() != TaskStatus.ACTIVE) {
      return 0;
    }
    return before != null && before.isActive() && schedule.equals(before.schedule())
        ? before.nextDueAt()
        : next;
  }

  private static @Nullable Bytes payload(Bytes body) {
    if (body.length() == 0) {
      return null;
    }
    if (body.length() > MOST_PAYLOAD_BYTES) {
      throw Problem.of(
              ProblemKind.INVALID,
              "the payload has " + body.length() + " bytes: it has at most " + MOST_PAYLOAD_BYTES)
          .asException();
    }
    try (JsonBody payload = JsonBody.open(body)) {
      while (payload.next() != null) {
        payload.skip();
      }
      if (payload.members() > MOST_PAYLOAD_KEYS) {
        throw Problem.of(
                ProblemKind.INVALID,
                "the payload has " + payload.members() + " keys: it has at most "
                    + MOST_PAYLOAD_KEYS)
            .asException();
      }
    }
    return body;
  }
}
