package dev.tare.scheduler.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.pool.PoolStats;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers: streamed or not, refused, broken off. */
class AnswerTest extends ListenerFixture {

  @Test
  void shortAnswer_hasItsLength_andTheConnectionStays() throws IOException {
    for (int i = 0; i < 3; i++) {
      Answer answer = client.request("GET", "/api/things");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).isEqualTo("application/json");
      assertThat(answer.header("content-length")).isNotEmpty();
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("server")).isEmpty();
      assertThat(answer.text()).endsWith("{\"id\":2,\"name\":\"thing ✓ 2\"}]}");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 520, 540, 560, 580, 5_000, 100_000})
  void answer_ofAnyLength_isOneDocument(int rows) throws IOException {
    Answer answer = client.request("GET", "/api/things?rows=" + rows);
    StringBuilder expected = new StringBuilder("{\"items\":[");
    for (int i = 0; i < rows; i++) {
      expected.append(i == 0 ? "" : ",");
      expected
          .append("{\"id\":")
          .append(i)
          .append(",\"name\":\"thing ✓ ")
          .append(i)
          .append("\"}");
    }
    assertThat(answer.text()).isEqualTo(expected.append("]}").toString());
    boolean chunked = answer.body().length() > ResponseBody.BYTES;
    assertThat(answer.header("transfer-encoding")).isEqualTo(chunked ? "chunked" : "");
  }

  @Test
  void head_hasTheHeadersOfGet_andNoBody() throws IOException {
    Answer get = client.request("GET", "/api/things");
    Answer head = client.request("HEAD", "/api/things");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
    assertThat(client.request("GET", "/api/things").status()).isEqualTo(200);
  }

  @Test
  void endpointThatFails_isA500_thatSaysNothing() throws IOException {
    for (String path : List.of("/api/broken", "/api/broken/halfway")) {
      Answer answer = client.request("GET", path);
      assertThat(answer.status()).isEqualTo(500);
      assertProblem(answer);
      assertThat(answer.text()).doesNotContain("secret", "half an answer", "Exception", "at dev.");
    }
  }

  @Test
  void endpointThatFails_whenSomethingHasBeenSent_breaksTheAnswerOff() {
    assertThatThrownBy(() -> client.request("GET", "/api/broken/late"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void client_thatDoesNotRead_isHungUpOn() throws Exception {
    int before = listener.threads();
    List<RawClient> greedy = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      greedy.add(new RawClient(listener.port())
          .send("GET /api/things?rows=100000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    int status = 0;
    while (status != 200 && System.nanoTime() < deadline) {
      try (RawClient other = new RawClient(listener.port())) {
        status = other.request("GET", "/api/things").status();
      }
    }
    assertThat(status).isEqualTo(200);
    assertThat(listener.threads()).isLessThanOrEqualTo(Math.max(before, 8));
    for (RawClient each : greedy) {
      each.close();
    }
  }

  @Test
  void buffers_comeBack_howeverTheirAnswersEnd() throws IOException {
    PoolStats before = listener.buffers();
    for (int i = 0; i < 20; i++) {
      client.request("GET", "/api/things?rows=2000");
      client.request("GET", "/api/broken/halfway");
    }
    try (RawClient other = new RawClient(listener.port())) {
      assertThatThrownBy(() -> other.request("GET", "/api/broken/late"))
          .isInstanceOf(IOException.class);
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (listener.buffers().inUse() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    PoolStats after = listener.buffers();
    assertThat(after.inUse()).isZero();
    assertThat(after.reused() - before.reused()).isGreaterThanOrEqualTo(20);
    assertThat(after.discarded() - before.discarded()).isGreaterThanOrEqualTo(21);
  }
}
