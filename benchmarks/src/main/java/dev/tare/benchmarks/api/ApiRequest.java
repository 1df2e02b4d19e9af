package dev.tare.benchmarks.api;

import dev.tare.scheduler.api.route.Method;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a client asks for. */
public enum ApiRequest {
  /** The first 20 of 30 tasks that are active, among 40. */
  LIST_TASKS(Method.GET, "/api/tasks", "status=ACTIVE&page=1&pageSize=20", null),
  /** One task. */
  GET_TASK(Method.GET, "/api/tasks/7", null, null),
  /** One task, by a client that shows a token. */
  GET_TASK_BY_TOKEN(Method.GET, "/api/tasks/7", null, null),
  /** A task with a schedule and parameters. */
  CREATE_TASK(
      Method.POST,
      "/api/tasks",
      null,
      "{\"name\":\"nightly-report\",\"taskType\":\"http\",\"schedule\":\"0 0 6 * * MON-FRI\","
          + "\"parameters\":{\"url\":\"http://127.0.0.1:8080/reports/4711\",\"attempts\":3,"
          + "\"to\":[\"ada@example.com\"]},\"timeoutSeconds\":120,\"maxRetries\":3,"
          + "\"dependencies\":[3,5],\"shards\":{\"count\":4,\"key\":\"customer\"}}"),
  /** The first 20 of the 40 runs of a task. */
  LIST_RUNS(Method.GET, "/api/tasks/7/runs", "page=1&pageSize=20", null),
  /** One run. */
  GET_RUN(Method.GET, "/api/task-runs/3", null, null),
  /** A run of a task, with a payload. */
  TRIGGER(
      Method.POST,
      "/api/tasks/7/trigger",
      null,
      "{\"order\":4711,\"customer\":\"c-17\",\"items\":[1,2]}");

  private final Method method;
  private final String path;
  private final @Nullable String query;

  @SuppressWarnings("ImmutableEnumChecker") // a view that nobody writes to
  private final @Nullable Bytes body;

  ApiRequest(Method method, String path, @Nullable String query, @Nullable String body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.body = body == null ? null : Bytes.of(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends it. */
  void to(MemoryApi api, MemoryExchange exchange) throws IOException {
    exchange.request(path, query, body);
    if (this == GET_TASK_BY_TOKEN) {
      api.answerToToken(method, exchange);
    } else {
      api.answer(method, exchange);
    }
  }
}
