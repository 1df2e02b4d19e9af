package dev.tare.scheduler.api;

import static dev.tare.scheduler.api.ApiFixture.assertProblem;
import static dev.tare.scheduler.api.ApiFixture.bytes;
import static dev.tare.scheduler.api.ApiFixture.items;
import static dev.tare.scheduler.api.ApiFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.TypeSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunApiTest {
  private ApiFixture fixture;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    fixture = new ApiFixture();
    client = fixture.client();
    client.send(
        "POST",
        "/api/tasks",
        "application/json",
        bytes("{\"name\":\"plain\",\"taskType\":\"echo\"}"));
    client.send(
        "POST",
        "/api/tasks",
        "application/json",
        bytes(
            "{\"name\":\"sharded\",\"taskType\":\"echo\",\"shards\":{\"count\":3,\"key\":\"k\"}}"));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fixture.close();
  }

  @Test
  void trigger_createsARun_thatIsFound() throws IOException {
    Answer created = client.request("POST", "/api/tasks/1/trigger");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/api/task-runs/1");
    assertThat(created.text()).isEqualTo("{\"taskId\":1,\"runIds\":[1]}");
    assertThat(client.request("GET", "/api/task-runs/1").text())
        .isEqualTo("{\"id\":1,\"taskId\":1,\"status\":\"PENDING\",\"workerId\":null,\"attempt\":0,"
            + "\"retryCount\":0,\"shardIndex\":null,\"shardTotal\":null,"
            + "\"scheduledAt\":\"2026-03-01T12:00:00.000Z\",\"startedAt\":null,"
            + "\"completedAt\":null,\"errorMessage\":null,"
            + "\"createdAt\":\"2026-03-01T12:00:00.000Z\"}");
  }

  @Test
  void trigger_ofAShardedTask_createsAllShards() throws IOException {
    Answer created = client.request("POST", "/api/tasks/2/trigger");
    assertThat(created.text()).isEqualTo("{\"taskId\":2,\"runIds\":[1,2,3]}");
    assertThat(client.request("GET", "/api/task-runs/3").text())
        .contains("\"shardIndex\":2,\"shardTotal\":3");
  }

  @Test
  void payload_isAnObject_andComesBackAsItWasSent() throws IOException {
    String payload = "{ \"n\": 1.50, \"é\": [] }";
    assertThat(trigger(payload).status()).isEqualTo(201);
    assertThat(client.request("GET", "/api/task-runs/1").text())
        .contains("\"payload\":" + payload + ",");
    assertProblem(trigger("[1]"), 422);
    assertProblem(trigger("{\"a\":1,\"a\":2}"), 400);
    assertProblem(trigger("{\"a\":"), 400);
    assertProblem(trigger("{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), 422);
    assertThat(client.request("GET", "/api/task-runs/2").status()).isEqualTo(404);
  }

  @Test
  void result_isShownAsItIs_orInBase64() throws IOException {
    complete(RunStatus.COMPLETED, "{\"rows\": 12}", null);
    assertThat(client.request("GET", "/api/task-runs/1").text())
        .contains("\"status\":\"COMPLETED\",\"workerId\":\"w\",\"attempt\":1,")
        .contains("\"result\":{\"rows\": 12},");
    complete(RunStatus.COMPLETED, "plain text", null);
    assertThat(client.request("GET", "/api/task-runs/2").text())
        .contains("\"resultBase64\":\"cGxhaW4gdGV4dA==\",");
    complete(RunStatus.FAILED, null, "exit code 1: \"no\"");
    assertThat(client.request("GET", "/api/task-runs/3").text())
        .contains("\"errorMessage\":\"exit code 1: \\\"no\\\"\"");
  }

  @Test
  void runs_areListed_byTask_status_andWorker() throws IOException {
    for (int i = 0; i < 3; i++) {
      complete(RunStatus.COMPLETED, "{}", null);
    }
    complete(RunStatus.FAILED, null, "no");
    client.request("POST", "/api/tasks/1/trigger");
    Answer page = client.request("GET", "/api/tasks/1/runs?pageSize=2");
    assertThat(items(page)).hasSize(2);
    assertThat(page.text()).endsWith("],\"total\":5,\"page\":1,\"pageSize\":2,\"totalPages\":3}");
    assertThat(items(client.request("GET", "/api/tasks/2/runs"))).isEmpty();
    assertThat(items(client.request("GET", "/api/task-runs?status=COMPLETED"))).hasSize(3);
    assertThat(items(client.request("GET", "/api/task-runs?workerId=w"))).hasSize(4);
    assertProblem(client.request("GET", "/api/task-runs"), 400);
    assertProblem(client.request("GET", "/api/task-runs?status=DONE"), 400);
    assertProblem(client.request("GET", "/api/task-runs?status=FAILED&workerId=w"), 400);
  }

  @Test
  void run_isCancelledOnce_andNotWhenItHasEnded() throws IOException {
    client.request("POST", "/api/tasks/1/trigger");
    assertThat(client.request("POST", "/api/task-runs/1/cancel").text())
        .isEqualTo("{\"id\":1,\"status\":\"CANCELLED\",\"changed\":true}");
    assertThat(client.request("POST", "/api/task-runs/1/cancel").text())
        .isEqualTo("{\"id\":1,\"status\":\"CANCELLED\",\"changed\":false}");
    complete(RunStatus.COMPLETED, null, null);
    assertProblem(client.request("POST", "/api/task-runs/2/cancel"), 409);
    assertProblem(client.request("POST", "/api/task-runs/99/cancel"), 404);
  }

  @Test
  void run_thatHasEnded_isStartedAgainAsANewOne() throws IOException {
    trigger("{\"a\":1}");
    assertProblem(client.request("POST", "/api/task-runs/1/restart"), 409);
    client.request("POST", "/api/task-runs/1/cancel");
    Answer restarted = client.request("POST", "/api/task-runs/1/restart");
    assertThat(restarted.status()).isEqualTo(201);
    assertThat(restarted.header("location")).isEqualTo("/api/task-runs/2");
    assertThat(restarted.text()).isEqualTo("{\"id\":2,\"restartOf\":1}");
    assertThat(client.request("GET", "/api/task-runs/2").text())
        .contains("\"status\":\"PENDING\"", "\"payload\":{\"a\":1}");
    assertThat(client.request("GET", "/api/task-runs/1").text()).contains("CANCELLED");
    assertProblem(client.request("POST", "/api/task-runs/99/restart"), 404);
    client.request("DELETE", "/api/tasks/1");
    assertProblem(client.request("POST", "/api/task-runs/1/restart"), 409);
  }

  @Test
  void stats_countATasksRuns() throws IOException {
    complete(RunStatus.COMPLETED, null, null);
    complete(RunStatus.FAILED, null, "no");
    client.request("POST", "/api/tasks/1/trigger");
    assertThat(object(client.request("GET", "/api/tasks/1/stats?days=1")))
        .containsEntry("days", ApiFixture.number(1))
        .containsEntry("pending", ApiFixture.number(1))
        .containsEntry("completed", ApiFixture.number(1))
        .containsEntry("failed", ApiFixture.number(1))
        .containsEntry("finished", ApiFixture.number(2));
    assertProblem(client.request("GET", "/api/tasks/1/stats?days=0"), 400);
  }

  private Answer trigger(String payload) throws IOException {
    return client.send("POST", "/api/tasks/1/trigger", "application/json", bytes(payload));
  }

  /** Runs the task once and ends that run. */
  private void complete(RunStatus status, @Nullable String result, @Nullable String error)
      throws IOException {
    client.request("POST", "/api/tasks/1/trigger");
    long now = fixture.clock.millis();
    ClaimedRun run = fixture.runs.claim("w", TypeSet.ALL, 1, now).get(0);
    fixture.clock.advance(Duration.ofSeconds(1));
    int accepted = fixture.runs.complete(List.of(new Completion(
        run.id(),
        run.attempt(),
        status,
        fixture.clock.millis(),
        result == null ? null : Bytes.of(bytes(result)),
        error)));
    assertThat(accepted).isEqualTo(1);
  }
}
