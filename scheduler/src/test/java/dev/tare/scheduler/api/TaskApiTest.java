package dev.tare.scheduler.api;

import static dev.tare.scheduler.api.ApiFixture.assertProblem;
import static dev.tare.scheduler.api.ApiFixture.bytes;
import static dev.tare.scheduler.api.ApiFixture.items;
import static dev.tare.scheduler.api.ApiFixture.number;
import static dev.tare.scheduler.api.ApiFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskApiTest {
  private static final String JSON = "application/json";

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
  void task_isCreatedWithItsDefaults_andFound() throws IOException {
    Answer created = post("{\"name\":\"nightly\",\"taskType\":\"echo\"}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/api/tasks/1");
    assertThat(created.text())
        .isEqualTo("{\"id\":1,\"name\":\"nightly\",\"taskType\":\"echo\",\"schedule\":null,"
            + "\"parameters\":{},\"timeoutSeconds\":300,\"maxRetries\":0,\"status\":\"ACTIVE\","
            + "\"dependencies\":[],\"shards\":null,\"nextDueAt\":null,"
            + "\"createdAt\":\"2026-03-01T12:00:00.000Z\","
            + "\"updatedAt\":\"2026-03-01T12:00:00.000Z\"}");
    assertThat(client.request("GET", "/api/tasks/1").text()).isEqualTo(created.text());
  }

  @Test
  void parameters_comeBackAsTheyWereSent() throws IOException {
    String parameters = "{ \"n\": 1.50e3, \"é\":[ ],\"\\u0061\" : \"😀\\n\" }";
    Answer created =
        post("{\"parameters\": " + parameters + " ,\"taskType\":\"echo\",\"name\":\"p\","
            + "\"schedule\":\"0 0 3 * * *\",\"timeoutSeconds\":60,\"maxRetries\":3,"
            + "\"shards\":{\"count\":4,\"key\":\"customer\"}}");
    assertThat(created.text())
        .contains("\"parameters\":" + parameters + ",\"timeoutSeconds\":60,\"maxRetries\":3,")
        .contains("\"shards\":{\"count\":4,\"key\":\"customer\"}")
        .contains("\"nextDueAt\":\"2026-03-02T03:00:00.000Z\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name|name is missing",
        "{\"name\":\"x\"}|taskType|taskType is missing",
        "{\"name\":1,\"taskType\":\"echo\"}|name|name is a whole number: it is to be a text",
        "{\"name\":null,\"taskType\":\"echo\"}|name|name is null",
        "{\"name\":\"\",\"taskType\":\"echo\"}||name of a task",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"timeoutSeconds\":0}||timeoutSeconds of a task",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"timeoutSeconds\":86401}||timeoutSeconds",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"timeoutSeconds\":\"60\"}|timeoutSeconds|is a text",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"maxRetries\":11}||maxRetries of a task is 11",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"maxRetries\":1.5}|maxRetries|fraction",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"status\":\"active\"}|status|ACTIVE or INACTIVE",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"status\":true}|status|true or false",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"parameters\":[]}|parameters|an array",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"dependencies\":[1,\"2\"]}|dependencies|a text",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"dependencies\":[99]}||99",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"shards\":{\"count\":0,\"key\":\"k\"}}||shards",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"shards\":{\"count\":\"2\"}}|shards.count|a text",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"shards\":{\"size\":2}}|shards.size|count and key",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"schedule\":\"0 3 * * *\"}||has 5 fields",
        "{\"name\":\"x\",\"taskType\":\"echo\",\"retries\":1}|retries|there is no member"
      })
  void definition_thatCanNotBe_isRefusedByName(String body, @Nullable String field, String detail)
      throws IOException {
    Map<String, @Nullable Object> problem = assertProblem(post(body), 422);
    assertThat(problem.get("field")).isEqualTo(field);
    assertThat(String.valueOf(problem.get("detail"))).contains(detail);
  }

  @Test
  void limits_ofADefinition_areTheSpecified() throws IOException {
    String keys = "\"k%d\":0,".repeat(100);
    for (int i = 0; i < 100; i++) {
      keys = keys.replaceFirst("%d", Integer.toString(i));
    }
    String hundred = keys.substring(0, keys.length() - 1);
    assertThat(post(named("a", "\"parameters\":{" + hundred + "}")).status()).isEqualTo(201);
    assertProblem(post(named("b", "\"parameters\":{" + hundred + ",\"k100\":0}")), 422);
    String most = "{\"a\":\"" + "x".repeat((1 << 20) - 8) + "\"}";
    assertThat(post(named("c", "\"parameters\":" + most)).status()).isEqualTo(201);
    assertThat(client.request("GET", "/api/tasks/2").text()).contains(most);
    assertProblem(post(named("d", "\"parameters\":" + most.replace("{", "{ "))), 422);
    assertThat(post(named("n".repeat(255), "\"maxRetries\":10")).status()).isEqualTo(201);
    assertProblem(post(named("n".repeat(256), "\"maxRetries\":10")), 422);
    assertProblem(post(named("e", "\"dependencies\":[" + "1,".repeat(50) + "1]")), 422);
  }

  @Test
  void name_thatIsTaken_isAConflict() throws IOException {
    post(named("a", "\"maxRetries\":1"));
    assertProblem(post(named("a", "\"maxRetries\":2")), 409);
    post(named("b", "\"maxRetries\":2"));
    assertProblem(send("PUT", "/api/tasks/2", named("a", "\"maxRetries\":2")), 409);
  }

  @Test
  void put_replaces_andMayBeRepeated() throws IOException {
    post(named("a", "\"maxRetries\":3,\"schedule\":\"0 * * * * *\"," + "\"parameters\":{\"x\":1}"));
    fixture.clock.advance(Duration.ofMinutes(5));
    Answer first = send("PUT", "/api/tasks/1", named("a2", "\"timeoutSeconds\":10"));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    Map<String, @Nullable Object> task = object(first);
    assertThat(task.get("name")).isEqualTo("a2");
    assertThat(task.get("maxRetries")).isEqualTo(number(0));
    assertThat(task.get("schedule")).isNull();
    assertThat(task.get("parameters")).isEqualTo(Map.of());
    assertThat(task.get("createdAt")).isEqualTo("2026-03-01T12:00:00.000Z");
    assertThat(task.get("updatedAt")).isEqualTo("2026-03-01T12:05:00.000Z");
    assertSameButForItsTime(send("PUT", "/api/tasks/1", first.text()), first);
  }

  @Test
  void patch_merges_andMayBeRepeated() throws IOException {
    post(named(
        "a",
        "\"maxRetries\":3,\"schedule\":\"0 * * * * *\","
            + "\"parameters\":{\"x\":{\"y\":1,\"z\":2},\"w\":3},"
            + "\"shards\":{\"count\":2,\"key\":\"k\"}"));
    String patch = "{\"maxRetries\":null,\"timeoutSeconds\":7,\"shards\":{\"count\":5},"
        + "\"parameters\":{\"x\":{\"y\":null,\"v\":4},\"w\":null}}";
    Answer first =
        client.send("PATCH", "/api/tasks/1", "application/merge-patch+json", bytes(patch));
    Map<String, @Nullable Object> task = object(first);
    assertThat(task.get("name")).isEqualTo("a");
    assertThat(task.get("schedule")).isEqualTo("0 * * * * *");
    assertThat(task.get("maxRetries")).isEqualTo(number(0));
    assertThat(task.get("timeoutSeconds")).isEqualTo(number(7));
    assertThat(task.get("shards")).isEqualTo(Map.of("count", number(5), "key", "k"));
    assertThat(first.text()).contains("\"parameters\":{\"x\":{\"z\":2,\"v\":4}}");
    assertSameButForItsTime(send("PATCH", "/api/tasks/1", patch), first);
    assertSameButForItsTime(send("PATCH", "/api/tasks/1", "{}"), first);
    assertProblem(send("PATCH", "/api/tasks/1", "{\"shards\":{\"key\":null}}"), 422);
    assertProblem(send("PATCH", "/api/tasks/1", "{\"name\":null}"), 422);
    assertThat(object(send("PATCH", "/api/tasks/1", "{\"shards\":null,\"schedule\":null}")))
        .containsEntry("shards", null)
        .containsEntry("nextDueAt", null);
  }

  @Test
  void schedule_thatStays_keepsItsInstant_overdueOrNot() throws IOException {
    post(named("a", "\"schedule\":\"0 * * * * *\""));
    fixture.clock.advance(Duration.ofMinutes(10));
    assertThat(object(send("PATCH", "/api/tasks/1", "{\"maxRetries\":1}")).get("nextDueAt"))
        .isEqualTo("2026-03-01T12:01:00.000Z");
    assertThat(object(send("PATCH", "/api/tasks/1", "{\"schedule\":\"0 * * * * ?\"}"))
            .get("nextDueAt"))
        .isEqualTo("2026-03-01T12:11:00.000Z");
    assertThat(
            object(send("PATCH", "/api/tasks/1", "{\"status\":\"INACTIVE\"}")).get("nextDueAt"))
        .isNull();
    fixture.clock.advance(Duration.ofMinutes(10));
    assertThat(object(send("PATCH", "/api/tasks/1", "{\"status\":\"ACTIVE\"}")).get("nextDueAt"))
        .isEqualTo("2026-03-01T12:21:00.000Z");
  }

  @Test
  void dependencies_areTasks_withoutACycle() throws IOException {
    post(named("a", "\"maxRetries\":0"));
    post(named("b", "\"dependencies\":[1]"));
    assertThat(client.request("GET", "/api/tasks/2").text()).contains("\"dependencies\":[1]");
    assertProblem(send("PATCH", "/api/tasks/1", "{\"dependencies\":[2]}"), 422);
    assertProblem(send("PATCH", "/api/tasks/1", "{\"dependencies\":[1]}"), 422);
  }

  @Test
  void deletedTask_isInactive_andMayBeDeletedAgain() throws IOException {
    post(named("a", "\"schedule\":\"0 * * * * *\""));
    assertThat(client.request("DELETE", "/api/tasks/1").status()).isEqualTo(204);
    assertThat(client.request("DELETE", "/api/tasks/1").status()).isEqualTo(204);
    assertThat(object(client.request("GET", "/api/tasks/1")))
        .containsEntry("status", "INACTIVE")
        .containsEntry("nextDueAt", null);
    assertProblem(client.request("POST", "/api/tasks/1/trigger"), 409);
  }

  @Test
  void task_thatDoesNotExist_isNotFound() throws IOException {
    for (String path : List.of("", "/runs", "/stats")) {
      assertProblem(client.request("GET", "/api/tasks/77" + path), 404);
    }
    assertProblem(client.request("DELETE", "/api/tasks/77"), 404);
    assertProblem(client.request("POST", "/api/tasks/77/trigger"), 404);
    assertProblem(send("PUT", "/api/tasks/77", named("a", "\"maxRetries\":1")), 404);
    assertProblem(send("PATCH", "/api/tasks/77", "{}"), 404);
  }

  @Test
  void list_isPagedAndFiltered() throws IOException {
    for (int i = 1; i <= 25; i++) {
      String type = i % 2 == 0 ? "even" : "odd";
      post("{\"name\":\"task-" + i + "\",\"taskType\":\"" + type + "\"}");
    }
    client.request("DELETE", "/api/tasks/3");
    Answer first = client.request("GET", "/api/tasks");
    assertThat(items(first)).hasSize(20);
    assertThat(first.text())
        .endsWith("],\"total\":25,\"page\":1,\"pageSize\":20,\"totalPages\":2}");
    Answer last = client.request("GET", "/api/tasks?page=9&pageSize=3");
    assertThat(items(last)).hasSize(1);
    assertThat(last.text()).endsWith("],\"total\":25,\"page\":9,\"pageSize\":3,\"totalPages\":9}");
    assertThat(items(client.request("GET", "/api/tasks?page=10&size=3"))).isEmpty();
    assertThat(total("?type=odd")).isEqualTo(13);
    assertThat(total("?type=odd&status=INACTIVE")).isEqualTo(1);
    assertThat(total("?name=task-1*")).isEqualTo(11);
    assertThat(total("?name=%74ask-7")).isEqualTo(1);
    assertThat(total("?type=none")).isZero();
    for (String query : List.of(
        "page=0",
        "page=-1",
        "page=x",
        "page=",
        "pageSize=0",
        "pageSize=101",
        "size=101",
        "page=2147483648",
        "status=active",
        "sort=name",
        "page=1&page=1")) {
      assertProblem(client.request("GET", "/api/tasks?" + query), 400);
    }
  }

  /** Every change of a task has a later instant than the one before. */
  private static void assertSameButForItsTime(Answer answer, Answer before) {
    String time = "\"updatedAt\":\"[^\"]+\"";
    assertThat(answer.text().replaceAll(time, "")).isEqualTo(before.text().replaceAll(time, ""));
    assertThat(answer.text()).isNotEqualTo(before.text());
  }

  private long total(String query) throws IOException {
    Answer answer = client.request("GET", "/api/tasks" + query);
    return Long.parseLong(String.valueOf(object(answer).get("total")));
  }

  private static String named(String name, String members) {
    return "{\"name\":\"" + name + "\",\"taskType\":\"echo\"," + members + "}";
  }

  private Answer post(String body) throws IOException {
    return send("POST", "/api/tasks", body);
  }

  private Answer send(String method, String target, String body) throws IOException {
    return client.send(method, target, JSON, bytes(body));
  }
}
