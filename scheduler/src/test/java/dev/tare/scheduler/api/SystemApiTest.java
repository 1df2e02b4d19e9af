package dev.tare.scheduler.api;

import static dev.tare.scheduler.api.ApiFixture.assertProblem;
import static dev.tare.scheduler.api.ApiFixture.bytes;
import static dev.tare.scheduler.api.ApiFixture.number;
import static dev.tare.scheduler.api.ApiFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemApiTest {
  private ApiFixture fixture;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    fixture = new ApiFixture();
    client = fixture.client();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fixture.close();
  }

  @Test
  void workers_areListed_andFoundById() throws IOException {
    long now = fixture.clock.millis();
    TypeSet echo = fixture.types.setOf(List.of("echo"));
    fixture.workers.register(new NewWorker("node/1", "host", "127.0.0.1", echo, 4), now);
    fixture.workers.register(new NewWorker("node 2", "host", "127.0.0.1", TypeSet.ALL, 8), now);
    Answer page = client.request("GET", "/api/workers");
    assertThat(page.text())
        .contains(
            "{\"id\":\"node/1\",\"hostname\":\"host\",\"ip\":\"127.0.0.1\",\"allTypes\":false,"
                + "\"types\":[\"echo\"],\"maxConcurrent\":4,\"running\":0,\"status\":\"ALIVE\","
                + "\"lastHeartbeat\":\"2026-03-01T12:00:00.000Z\","
                + "\"registeredAt\":\"2026-03-01T12:00:00.000Z\"}")
        .endsWith("],\"total\":2,\"page\":1,\"pageSize\":20,\"totalPages\":1}");
    assertThat(object(client.request("GET", "/api/workers/node%202")))
        .containsEntry("allTypes", true)
        .containsEntry("types", List.of());
    assertProblem(client.request("GET", "/api/workers/nobody"), 404);
    assertProblem(client.request("GET", "/api/workers/%F0%9F%98%80"), 404);
    assertThat(client.request("GET", "/api/workers/%ff").status()).isBetween(400, 404);
  }

  @Test
  void stats_countTasksRunsAndWorkers() throws IOException {
    for (String name : List.of("a", "b")) {
      client.send(
          "POST",
          "/api/tasks",
          "application/json",
          bytes("{\"name\":\"" + name + "\",\"taskType\":\"echo\"}"));
    }
    client.request("DELETE", "/api/tasks/2");
    client.request("POST", "/api/tasks/1/trigger");
    long now = fixture.clock.millis();
    fixture.workers.register(new NewWorker("w", "host", "127.0.0.1", TypeSet.ALL, 8), now);
    Map<String, ?> stats = object(client.request("GET", "/api/system/stats"));
    assertThat(stats.get("tasks")).isEqualTo(Map.of("active", number(1), "inactive", number(1)));
    assertThat(stats.get("workers"))
        .isEqualTo(Map.of(
            "alive", number(1), "down", number(0), "capacity", number(8), "held", number(0)));
    assertThat((Map<?, ?>) stats.get("runs")).extracting("pending").isEqualTo(number(1));
  }

  @Test
  void health_followsTheDatabase_andLooksOnceASecond() throws IOException {
    assertThat(client.request("GET", "/api/health").text()).isEqualTo("{\"status\":\"UP\"}");
    fixture.pool.close();
    assertThat(client.request("GET", "/api/health").status()).isEqualTo(200);
    fixture.clock.advance(Duration.ofSeconds(1));
    Answer down = client.request("GET", "/api/health");
    assertProblem(down, 503);
    assertThat(down.header("retry-after")).isNotEmpty();
  }

  @Test
  void database_thatIsGone_isA503_thatSaysNothingOfIt() throws IOException {
    fixture.pool.close();
    for (String path : List.of(
        "/api/tasks", "/api/tasks/1", "/api/task-runs/1", "/api/workers", "/api/system/stats")) {
      Answer answer = client.request("GET", path);
      assertProblem(answer, 503);
      assertThat(answer.header("retry-after")).isEqualTo("2");
      assertThat(answer.text()).doesNotContainIgnoringCase("sql", "hikari", "select", "task_run");
    }
    Answer created = client.send(
        "POST", "/api/tasks", "application/json", bytes("{\"name\":\"a\",\"taskType\":\"b\"}"));
    assertProblem(created, 503);
  }

  @Test
  void metrics_timeRequests_byRouteAndStatus() throws IOException {
    client.request("GET", "/api/tasks/1");
    client.request("GET", "/api/tasks/2");
    client.request("GET", "/api/health");
    client.request("GET", "/somewhere");
    Answer metrics = client.request("GET", "/metrics");
    assertThat(metrics.header("content-type")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.text())
        .contains("http_server_requests_seconds_count{method=\"GET\",status=\"404\","
            + "uri=\"/api/tasks/{id}\"} 2")
        .contains("uri=\"/api/health\"} 1")
        .contains(
            "http_server_requests_seconds_count{method=\"none\",status=\"404\",uri=\"none\"} 1")
        .contains("http_server_connections")
        .contains("http_server_limited_total 0");
    for (String line : metrics.text().split("\n", -1)) {
      assertThat(line).matches("|# (HELP|TYPE) .*|[a-z_]+(\\{.*})? [-+0-9.eEINaf]+");
    }
    assertThat(client.request("GET", "/api/metrics").status()).isEqualTo(200);
  }
}
