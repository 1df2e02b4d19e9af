package dev.tare.scheduler.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses and methods there are, and what is no HTTP at all. */
class AddressTest extends ListenerFixture {

  @Test
  void options_tellsTheMethods() throws IOException {
    Answer answer = client.request("OPTIONS", "/api/things");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("allow")).isEqualTo("POST, HEAD, GET, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/,404",
    "GET,/api,404",
    "GET,/api/things/,404",
    "GET,/api/things/1/2,404",
    "POST,/nothing,404",
    "PUT,/api/things,405",
    "TRACE,/api/things,405",
    "BREW,/api/things,405",
    "get,/api/things,405",
    "DELETE,/api/things/0,400",
    "DELETE,/api/things/-1,400",
    "DELETE,/api/things/+1,400",
    "DELETE,/api/things/x,400",
    "DELETE,/api/things/9223372036854775808,400",
    "DELETE,/api/things/9223372036854775807,200",
    "GET,/api/things?rows=x,400",
    "GET,/api/things?rows=1&rows=2,400",
    "GET,/api/things?row=1,400",
    "GET,/api/things?rows=%zz,400",
    "GET,/api/things?rows=%32,200",
    "GET,/api/things?,200",
    "GET,/api/%2e%2e/things,400",
    "GET,/api/th%69ngs,200",
    "GET,/api//things,400",
    "GET,/api/things%00,400",
    "GET,/api/things;a=b,200"
  })
  void address_isAnsweredWith(String method, String target, int status) throws IOException {
    Answer answer = client.request(method, target);
    assertThat(answer.status()).isEqualTo(status);
    if (status >= 400) {
      assertProblem(answer);
    }
    if (status == 405) {
      assertThat(answer.header("allow")).contains("GET");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/things HTTP/1.1\\r\\n\\r\\n|400",
        "GET /api/things HTTP/3.7\\r\\nHost: 127.0.0.1\\r\\n\\r\\n|505",
        "GET /api/things\\r\\n\\r\\n|505",
        "rubbish\\r\\n\\r\\n|400",
        "GET /api/\u0001 HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n|400",
        "GET /api/things HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nBad Header: x\\r\\n\\r\\n|400",
        "GET /api/things HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n|400",
        "POST /api/things HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: x\\r\\n\\r\\n|400",
        "POST /api/things HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: -1\\r\\n\\r\\n|400",
        "POST /api/things HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 2\\r\\n"
            + "Transfer-Encoding: chunked\\r\\n\\r\\n{}|400"
      })
  void request_thatIsNoHttp_isAProblem(String request, int status) throws IOException {
    client.send(request.replace("\\r\\n", "\r\n"));
    Answer answer = client.read();
    assertThat(answer.status()).isEqualTo(status);
    assertProblem(answer);
  }

  @Test
  void headers_thatAreTooLong_areAProblem() throws IOException {
    Answer answer = client.request("GET", "/api/things", "X: " + "x".repeat(10_000));
    assertThat(answer.status()).isEqualTo(431);
    assertProblem(answer);
    try (RawClient other = new RawClient(listener.port())) {
      Answer uri = other.request("GET", "/api/things?rows=" + "1".repeat(10_000));
      assertThat(uri.status()).isEqualTo(414);
      assertProblem(uri);
    }
  }
}
