package dev.tare.benchmarks.api;

import dev.tare.benchmarks.api.dto.PageDto;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Query;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.api.task.Schedules;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The baseline: what is asked of tasks, as a careful team without a profiler answers it.
 *
 * <p>Its copies, and the idiom each stands for, here, in {@link CopyingRunEndpoints} and in
 * {@link CopyingJson}:
 *
 * <ul>
 *   <li>all rows read page by page into one list, filtered into a second, mapped into a third and
 *       cut into a fourth: the repository that only knows "all", and the collected stream;
 *   <li>an entity mapped to a DTO, the DTO to a tree, the tree to a text, the text to bytes: the
 *       layers of a web framework;
 *   <li>stored JSON decoded to a text and parsed to a tree, to be written again as it was;
 *   <li>a request's body decoded to a text, a tree, a DTO and a definition, whose parameters are
 *       written to a text and encoded again;
 *   <li>{@code Instant}, {@code Optional} and boxed numbers where a number or null would do.
 * </ul>
 */
public final class CopyingTaskEndpoints {
  private static final Pattern STAR = Pattern.compile("\\*");

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final RunCommands commands;
  private final Schedules schedules;
  private final Clock clock;
  private final CopyingJson json = new CopyingJson();

  /** Reads and writes tasks, reads runs, and makes runs by commands. */
  public CopyingTaskEndpoints(
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
        .postOptional("/api/tasks/{id}/trigger", this::trigger)
        .get("/api/tasks/{id}/runs", Scope.READ, this::listRuns);
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query("status", "type", "name", "page", "pageSize", "size");
    Optional<TaskStatus> status = Optional.ofNullable(query.word("status", TaskStatus.values()));
    Optional<String> type = Optional.ofNullable(query.text("type"));
    Optional<Pattern> name =
        Optional.ofNullable(query.text("name")).map(CopyingTaskEndpoints::like);
    List<Task> matching = allTasks().stream()
        .filter(task -> status.isEmpty() || status.get() == task.status())
        .filter(task -> type.isEmpty() || type.get().equals(task.taskType()))
        .filter(task -> name.isEmpty() || name.get().matcher(task.name()).matches())
        .collect(Collectors.toList());
    PageDto<Task> page = PageDto.of(matching, query.page());
    json.answer(exchange, 200, page.map(json::task));
  }

  private List<Task> allTasks() {
    List<Task> all = new ArrayList<>();
    List<Task> part;
    int page = 1;
    do {
      part = tasks
          .list(TaskFilter.ANY, new PageRequest(page++, PageRequest.MAX_SIZE))
          .items();
      all.addAll(part);
    } while (part.size() == PageRequest.MAX_SIZE);
    return all;
  }

  private void create(Exchange exchange) throws IOException {
    NewTask definition = json.definition(exchange.body());
    long now = clock.millis();
    long due = Optional.ofNullable(definition.schedule())
        .filter(schedule -> definition.status() == TaskStatus.ACTIVE)
        .map(schedule -> schedules.nextDueAt(schedule, now))
        .orElse(0L);
    json.answer(exchange, 201, json.task(tasks.create(definition, due, now)));
  }

  private void get(Exchange exchange) throws IOException {
    json.answer(exchange, 200, json.task(task(exchange.id())));
  }

  private void trigger(Exchange exchange) throws IOException {
    long id = exchange.id();
    long[] created = commands.submit(id, json.payload(exchange.body()), exchange.traceparent());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("taskId", id);
    answer.put("runIds", LongStream.of(created).boxed().collect(Collectors.toList()));
    json.answer(exchange, 201, answer);
  }

  private void listRuns(Exchange exchange) throws IOException {
    long id = exchange.id();
    PageRequest request = exchange.query("page", "pageSize", "size").page();
    List<TaskRun> all = allRuns(id);
    if (all.isEmpty()) {
      task(id);
    }
    json.answer(exchange, 200, PageDto.of(all, request).map(json::run));
  }

  private List<TaskRun> allRuns(long taskId) {
    List<TaskRun> all = new ArrayList<>();
    List<TaskRun> part;
    int page = 1;
    do {
      part = runs.byTask(taskId, new PageRequest(page++, PageRequest.MAX_SIZE)).items();
      all.addAll(part);
    } while (part.size() == PageRequest.MAX_SIZE);
    return all;
  }

  private Task task(long id) {
    return tasks.byId(id).orElseThrow(() -> new NotFoundException("task", id));
  }

  private static Pattern like(String pattern) {
    String regex =
        Stream.of(STAR.split(pattern, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL);
  }
}
