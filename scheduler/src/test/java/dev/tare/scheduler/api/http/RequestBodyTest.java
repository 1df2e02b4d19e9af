package dev.tare.scheduler.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies: their types, their sizes, and how long they may take. */
class RequestBodyTest extends ListenerFixture {

  @ParameterizedTest
  @CsvSource({
    "application/json,201",
    "Application/JSON; charset=utf-8,201",
    "application/json;charset=\"UTF-8\",201",
    "application/json; charset=latin1,415",
    "application/merge-patch+json,415",
    "text/plain,415",
    "application/jsonx,415",
    "'',415"
  })
  void contentType_isJsonOrRefused(String type, int status) throws IOException {
    Answer answer = client.send("POST", "/api/things", type, "{}".getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 415) {
      assertProblem(answer);
      assertThat(answer.header("accept")).isEqualTo("application/json");
    }
  }

  @Test
  void mergePatch_isTakenByPatchAlone() throws IOException {
    byte[] body = "{}".getBytes(UTF_8);
    assertThat(client
            .send("PATCH", "/api/things/1", "application/merge-patch+json", body)
            .status())
        .isEqualTo(204);
    Answer refused = client.send("PATCH", "/api/things/1", "application/json-patch+json", body);
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.header("accept-patch")).contains("application/merge-patch+json");
  }

  @Test
  void compressedBody_isRefused() throws IOException {
    client.send(post("Content-Encoding: gzip", "Content-Length: 2") + "{}");
    assertThat(client.read().status()).isEqualTo(415);
  }

  @Test
  void body_ofTheMostBytes_isTaken_andOneMoreIsNot() throws IOException {
    byte[] most = blank(BodyReader.MOST_BYTES);
    Answer taken = client.send("POST", "/api/things", "application/json", most);
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.header("location")).isEqualTo("/api/things/1");
    assertThat(taken.text()).isEqualTo("{\"bytes\":" + most.length + "}");
    Answer refused =
        client.send("POST", "/api/things", "application/json", blank(BodyReader.MOST_BYTES + 1));
    assertThat(refused.status()).isEqualTo(413);
    assertProblem(refused);
    assertThat(client.isClosedByServer()).isTrue();
  }

  @Test
  void body_ofARefusedRequest_isReadBeforeTheAnswer_andTheConnectionGoesOn() throws IOException {
    byte[] most = blank(BodyReader.MOST_BYTES);
    Answer nowhere = client.send("POST", "/nowhere", "application/json", most);
    assertThat(nowhere.status()).isEqualTo(404);
    assertProblem(nowhere);
    assertThat(client.send("PUT", "/api/things", "application/json", most).status())
        .isEqualTo(405);
    assertThat(client.send("POST", "/api/things", "text/plain", most).status()).isEqualTo(415);
    assertThat(client.send("DELETE", "/api/things/1", "text/plain", most).status())
        .isEqualTo(200);
    client.send(
        "HEAD /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + most.length + "\r\n\r\n");
    assertThat(client.send(most).read(false).status()).isEqualTo(404);
    assertThat(client.request("GET", "/api/things").status()).isEqualTo(200);
  }

  @Test
  void body_inChunks_isTakenOrRefusedAsAnyOther() throws IOException {
    String head = post("Transfer-Encoding: chunked");
    client.send(head + "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");
    assertThat(client.read().text()).isEqualTo("{\"bytes\":7}");
    client.send(head);
    byte[] chunk =
        (Integer.toHexString(65_536) + "\r\n" + " ".repeat(65_536) + "\r\n").getBytes(UTF_8);
    for (int i = 0; i < 20; i++) {
      client.send(chunk);
    }
    client.send("0\r\n\r\n");
    Answer refused = client.read();
    assertThat(refused.status()).isEqualTo(413);
    assertProblem(refused);
  }

  @Test
  void body_thatIsWaitedFor_isAskedFor_orRefusedUnsent() throws IOException {
    String expect = "Expect: 100-continue";
    client.send(post(expect, "Content-Length: 2"));
    assertThat(client.read().status()).isEqualTo(100);
    client.send("{}");
    assertThat(client.read().status()).isEqualTo(201);
    client.send(post(expect, "Content-Length: 9999999"));
    Answer refused = client.read();
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.header("connection")).isEqualTo("close");
  }

  @Test
  void body_thatDoesNotCome_isGivenUp_whetherItStopsOrTrickles() throws Exception {
    String head = post("Content-Length: 100") + "{";
    List<RawClient> silent = new ArrayList<>();
    for (int i = 0; i < 20; i++) { // more than there are threads
      silent.add(new RawClient(listener.port()).send(head));
    }
    assertThat(client.request("GET", "/api/things").status()).isEqualTo(200);
    try (RawClient trickling = new RawClient(listener.port())) {
      trickling.send(head);
      Thread trickle = new Thread(() -> {
        try {
          for (int i = 0; i < 90; i++) {
            trickling.send(" ");
            Thread.sleep(100);
          }
        } catch (IOException | InterruptedException e) {
          // the server has closed the connection
        }
      });
      trickle.start();
      Answer answer = trickling.read();
      assertThat(answer.status()).isEqualTo(408);
      assertProblem(answer);
      trickle.interrupt();
      trickle.join();
    }
    for (RawClient each : silent) {
      assertThat(each.read().status()).isEqualTo(408);
      each.close();
    }
  }

  private static String post(String... headers) {
    return "POST /api/things HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  private static byte[] blank(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    body[0] = '{';
    body[length - 1] = '}';
    return body;
  }
}
