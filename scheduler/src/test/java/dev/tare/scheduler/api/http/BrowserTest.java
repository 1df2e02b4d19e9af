package dev.tare.scheduler.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An API without tokens, and pages of the web. */
class BrowserTest extends ListenerFixture {

  @Test
  void page_ofAnotherSite_isRefused() throws IOException {
    assertThat(client
            .request("DELETE", "/api/things/1", "Origin: http://example.org")
            .status())
        .isEqualTo(403);
    client.send("DELETE /api/things/1 HTTP/1.1\r\nHost: rebound.example.org\r\n\r\n");
    RawClient.Answer answer = client.read();
    assertThat(answer.status()).isEqualTo(403);
    assertProblem(answer);
    assertThat(client
            .request("DELETE", "/api/things/1", "Origin: http://127.0.0.1")
            .status())
        .isEqualTo(200);
    client.send("GET http://rebound.example.org/api/things HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    assertThat(client.read().status()).isIn(400, 403);
  }
}
