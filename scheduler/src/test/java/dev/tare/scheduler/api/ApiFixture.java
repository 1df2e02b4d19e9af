package dev.tare.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.json.StrictJson;
import dev.tare.scheduler.api.task.Schedules;
import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.cron.Cron;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole API on a loopback socket, over an empty SQLite database. */
final class ApiFixture implements AutoCloseable {
  private static final Schedules SCHEDULES = (cron, after) -> {
    long next = Cron.parse(cron, ZoneOffset.UTC).nextAfter(after);
    return next == Cron.NONE ? 0 : next;
  };

  final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
  final HikariDataSource pool;
  final TaskTypes types;
  final TaskRepository tasks;
  final TaskRunRepository runs;
  final WorkerRepository workers;
  final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final ApiPorts ports;
  final HttpApi api;

  ApiFixture() {
    this(ListenerConfig.loopback().limitedTo(1_000_000, 1_000_000));
  }

  ApiFixture(ListenerConfig config) {
    Database database = Database.of("sqlite").empty();
    pool = DataSources.pooled(database.url(), 4);
    Sessions sessions = new PooledSessions(pool);
    JdbcTaskTypes interned = new JdbcTaskTypes(sessions);
    types = interned;
    tasks = new JdbcTaskRepository(sessions, database.dialect(), interned);
    runs = new JdbcTaskRunRepository(sessions, database.dialect());
    workers = new JdbcWorkerRepository(sessions, database.dialect());
    ports = new ApiPorts(
        tasks, runs, workers, types, new StoredRunCommands(tasks, runs, clock), SCHEDULES, metrics);
    api = HttpApi.start(config, ports, clock);
  }

  RawClient client() throws IOException {
    return new RawClient(api.port());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The object of an answer, read strictly. */
  static Map<String, @Nullable Object> object(Answer answer) throws IOException {
    return StrictJson.object(answer.body().exactArray());
  }

  /** The objects of a page. */
  @SuppressWarnings("unchecked") // every item is an object
  static List<Map<String, @Nullable Object>> items(Answer answer) throws IOException {
    return (List<Map<String, @Nullable Object>>)
        Objects.requireNonNull(object(answer).get("items"));
  }

  static BigDecimal number(long value) {
    return new BigDecimal(value).stripTrailingZeros();
  }

  /** Fails unless the answer is a problem document of this status. */
  static Map<String, @Nullable Object> assertProblem(Answer answer, int status) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    Map<String, @Nullable Object> problem = object(answer);
    assertThat(problem).containsKeys("type", "title", "detail", "instance");
    assertThat(problem.get("status")).isEqualTo(number(status));
    assertThat(String.valueOf(problem.get("type"))).startsWith("urn:tare:problem:");
    return problem;
  }

  @Override
  public void close() {
    api.close();
    pool.close();
  }
}
