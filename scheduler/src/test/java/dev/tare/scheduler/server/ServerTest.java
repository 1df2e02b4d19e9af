package dev.tare.scheduler.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server as its users see it: HTTP in front of a scheduler that runs. */
class ServerTest {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern RUN_IDS = Pattern.compile("\"runIds\":\\[(\\d+)");

  private final Database database = Database.of("sqlite").empty();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server =
      Server.start(scheduler(), ListenerConfig.loopback().limitedTo(1000, 1000), Clock.systemUTC());

  private Scheduler scheduler() {
    Scheduler scheduler = Scheduler.builder()
        .database(database.url())
        .concurrency(2)
        .pollInterval(Duration.ofMillis(200))
        .build();
    scheduler.register(EchoExecutor.TYPE, new EchoExecutor());
    return scheduler;
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> call(String method, String path, String body) {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + path))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30))
        .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + ' ' + path, e);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  void triggeredRun_givesItsResult() {
    HttpResponse<String> created = call(
        "POST",
        "/api/tasks",
        "{\"name\":\"hello\",\"taskType\":\"echo\",\"parameters\":{\"greeting\":\"hi\"}}");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String task = "/api/tasks/" + first(ID, created.body());

    HttpResponse<String> triggered = call("POST", task + "/trigger", "");
    assertThat(triggered.statusCode()).as(triggered.body()).isEqualTo(201);
    String run = "/api/task-runs/" + first(RUN_IDS, triggered.body());

    Eventually.await("it has completed", () -> call("GET", run, "").body().contains("COMPLETED"));
    assertThat(call("GET", run, "").body()).contains("hi");
  }

  @Test
  void taskWithASchedule_runsByItself() {
    HttpResponse<String> created = call(
        "POST",
        "/api/tasks",
        "{\"name\":\"ticks\",\"taskType\":\"echo\",\"schedule\":\"* * * * * *\"}");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String runs = "/api/tasks/" + first(ID, created.body()) + "/runs";
    Eventually.await("it ran", () -> call("GET", runs, "").body().contains("COMPLETED"));
  }

  @Test
  void metrics_tellOfTheSchedulerBehind() {
    assertThat(call("GET", "/metrics", "").body())
        .contains("tare_worker_running", "tare_breaker_state{breaker=\"database\"} 0.0")
        .contains("http_server_connections");
  }

  @Test
  void serverThatMayNotListen_closesItsScheduler() {
    Scheduler other = scheduler();
    assertThatThrownBy(() ->
            Server.start(other, ListenerConfig.loopback().at("0.0.0.0", 0), Clock.systemUTC()))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("authentication");
    assertThatThrownBy(other::start).isInstanceOf(IllegalStateException.class);
  }
}
