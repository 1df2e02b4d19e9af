package dev.tare.scheduler.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.json.JsonBody;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A listener on a real loopback socket, with endpoints that know nothing of tasks. */
abstract class ListenerFixture {
  static final int THREADS = 8;
  private static final SerializedString ITEMS = JsonOutput.name("items");
  private static final SerializedString ID = JsonOutput.name("id");
  private static final SerializedString NAME = JsonOutput.name("name");

  static HttpListener listener;
  RawClient client;

  @BeforeAll
  static void start() {
    Routes routes = new Routes()
        .get("/api/things", Scope.READ, exchange -> {
          int rows = exchange.query("rows").number("rows", 3, 0, 100_000);
          JsonOutput json = exchange.json(200).object().array(ITEMS);
          for (int i = 0; i < rows; i++) {
            json.object().number(ID, i).text(NAME, "thing ✓ " + i).endObject();
          }
          json.endArray().endObject();
        })
        .post("/api/things", exchange -> {
          JsonBody.checked(exchange.body());
          exchange
              .created("/api/things/1")
              .object()
              .number(JsonOutput.name("bytes"), exchange.body().length())
              .endObject();
        })
        .patch("/api/things/{id}", exchange -> exchange.noContent())
        .delete(
            "/api/things/{id}",
            exchange -> exchange.json(200).object().number(ID, exchange.id()).endObject())
        .get("/api/broken", Scope.READ, exchange -> {
          throw new IllegalStateException("secret of the implementation");
        })
        .get("/api/broken/late", Scope.READ, exchange -> {
          JsonOutput json = exchange.json(200).object().array(ITEMS);
          for (int i = 0; i < 10_000; i++) {
            json.number(i);
          }
          throw new IllegalStateException("when something has been sent already");
        })
        .get("/api/broken/halfway", Scope.READ, exchange -> {
          exchange.json(200).object().text(JsonOutput.name("secret"), "half an answer");
          throw new IllegalStateException("when nothing has been sent yet");
        });
    listener = HttpListener.start(
        ListenerConfig.loopback()
            .limitedTo(100_000, 100_000)
            .sized(THREADS, 64, Duration.ofSeconds(2)),
        routes,
        (route, status, nanos) -> {},
        Clock.systemUTC());
  }

  @BeforeEach
  void connect() throws IOException {
    client = new RawClient(listener.port());
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  static void assertProblem(Answer answer) {
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .startsWith("{\"type\":\"urn:tare:problem:")
        .contains("\"status\":" + answer.status() + ",");
  }
}
