package dev.tare.scheduler.worker.executor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.worker.executor.ExampleContext;
import dev.tare.scheduler.worker.executor.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpExecutorTest {
  private final HttpExecutor executor = new HttpExecutor(HttpSettings.DEFAULT);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch testOver = new CountDownLatch(1);
  private HttpServer server;
  private String root;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/echo", exchange -> answer(exchange, 200, described(exchange)));
    server.createContext("/fail", exchange -> answer(exchange, 503, " out of order "));
    server.createContext("/empty", exchange -> exchange.sendResponseHeaders(204, -1));
    server.createContext("/moved", exchange -> {
      exchange.getResponseHeaders().add("Location", "/echo");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    });
    server.createContext("/silent", exchange -> hang());
    server.createContext("/endless", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("begin".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      hang();
    });
    server.createContext("/large", HttpExecutorTest::writeUntilRefused);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    testOver.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void request_carriesMethodHeadersAndBody() throws Exception {
    Outcome outcome = execute("/echo?q=1", """
        , "method": "PUT", "headers": {"X-Own": "ö?", "Content-Type": "text/plain"}, "body": "ü"
        """.replace("ö?", "v"));

    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(text(outcome)).isEqualTo("PUT /echo?q=1 v text/plain ü");
  }

  @Test
  void jsonBody_goesOutAsItStands() throws Exception {
    Outcome outcome = execute("/echo", ", \"method\": \"POST\", \"body\": {\"a\": [ 1,\"ü\" ]}");

    assertThat(text(outcome)).isEqualTo("POST /echo null application/json {\"a\": [ 1,\"ü\" ]}");
    assertThat(text(execute("/echo", ", \"headers\": {\"content-type\": \"a/b\"}, \"body\": []")))
        .isEqualTo("GET /echo null a/b []");
  }

  @Test
  void methodIsGet_whenNoneIsNamed() throws Exception {
    assertThat(text(execute("/echo", ""))).isEqualTo("GET /echo null null ");
  }

  @Test
  void emptyBody_isNoResult() throws Exception {
    assertThat(execute("/empty", "")).isSameAs(Outcome.DONE);
  }

  @Test
  void statusOf400OrMore_isAFailureThatShowsTheBody() throws Exception {
    Outcome outcome = execute("/fail?token=secret", "");

    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.error())
        .isEqualTo("GET " + root + "/fail answered 503: out of order")
        .doesNotContain("secret");
    assertThat(text(outcome)).isEqualTo(" out of order ");
  }

  @Test
  void errorExcerpt_isBounded() throws Exception {
    Outcome outcome = executor.execute(context("/fail", "").limits(100, 4));

    assertThat(outcome.error()).endsWith("answered 503: out");
  }

  @Test
  void responseBody_isBoundedAndTheRestNotRead() throws Exception {
    Outcome outcome = executor.execute(context("/large", "").limits(5000, 100));

    byte[] expected = new byte[5000];
    Arrays.fill(expected, (byte) 'x');
    assertThat(outcome.result()).isEqualTo(Bytes.of(expected));
  }

  @Test
  void timeLimit_holdsForTheResponseHead() throws Exception {
    Outcome outcome = executor.execute(context("/silent", "").timeout(200));

    assertThat(outcome.status()).isEqualTo(RunStatus.TIMEOUT);
    assertThat(outcome.error()).isEqualTo("GET " + root + "/silent had not ended after 200 ms");
  }

  @Test
  void timeLimit_holdsForTheResponseBody() throws Exception {
    assertThat(executor.execute(context("/endless", "").timeout(200)).status())
        .isEqualTo(RunStatus.TIMEOUT);
  }

  @Test
  void interrupt_endsTheExchange() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        execute("/silent", "");
      } catch (Exception e) {
        failure.complete(e);
      }
    });
    thread.start();
    asked.await();
    thread.interrupt();

    assertThat(failure.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void redirection_isFollowedOnlyWhenSetSo() throws Exception {
    HttpExecutor following = new HttpExecutor(new HttpSettings(1000, true, uri -> true));

    assertThat(execute("/moved", "")).isSameAs(Outcome.DONE);
    assertThat(text(following.execute(context("/moved", "")))).startsWith("GET /echo");
  }

  @Test
  void serverThatIsNotThere_isAFailureThatSaysSo() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Outcome outcome =
        executor.execute(ExampleContext.of("{\"url\": \"http://127.0.0.1:" + free + "/x\"}"));

    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.error())
        .isEqualTo("GET http://127.0.0.1:" + free + "/x failed: ConnectException");
  }

  @Test
  void placeThatIsNotAllowed_isRefused() {
    HttpExecutor closed =
        new HttpExecutor(new HttpSettings(1000, false, uri -> "good".equals(uri.getHost())));

    closed.validate(ExampleContext.of("{\"url\": \"http://good/\"}").parameters());
    assertThatThrownBy(() -> closed.execute(ExampleContext.of("{\"url\": \"http://bad/?secret\"}")))
        .isInstanceOf(ValidationException.class)
        .hasMessage("parameters.url names a place that is not allowed here: host bad");
  }

  @Test
  void parametersThatAreNotUnderstood_areRefusedByField() {
    assertRefused("{}", "parameters.url is missing: use an http or https URL");
    assertRefused(
        "{\"url\": \"file:///etc/passwd\"}",
        "parameters.url is no http or https URL with a host: " + "use http://host/path");
    assertRefused(
        "{\"url\": \"ftp://h/x\"}",
        "parameters.url is no http or https URL with a host: " + "use http://host/path");
    assertRefused(
        "{\"url\": \"http:///x\"}",
        "parameters.url is no http or https URL with a host: " + "use http://host/path");
    assertRefused(
        "{\"url\": \"/x\"}",
        "parameters.url is no http or https URL with a host: " + "use http://host/path");
    assertRefused(
        "{\"url\": \"http://h/ x\"}",
        "parameters.url is no URL: " + "use http://host/path, with special characters as %XX");
    assertRefused("{\"url\": 7}", "parameters.url is a number: use a string");
    assertRefused(
        "{\"url\": \"http://h\", \"method\": \"get\"}",
        "parameters.method is no method that can be sent: "
            + "use GET, POST, PUT, PATCH, DELETE, …");
    assertRefused(
        "{\"url\": \"http://h\", \"method\": \"CONNECT\"}",
        "parameters.method is no method that can be sent: "
            + "use GET, POST, PUT, PATCH, DELETE, …");
    assertRefused(
        "{\"url\": \"http://h\", \"headers\": {\"Host\": \"x\"}}",
        "parameters.headers.Host can not be sent: "
            + "its name is invalid or the client's own, or its value is invalid");
    assertRefused(
        "{\"url\": \"http://h\", \"headers\": {\"A\": \"x\\ny\"}}",
        "parameters.headers.A can not be sent: "
            + "its name is invalid or the client's own, or its value is invalid");
    assertRefused(
        "{\"url\": \"http://h\", \"timeout\": 3}",
        "parameters.timeout is not known: " + "use url, method, headers, body");
  }

  private void assertRefused(String json, String message) {
    assertThatThrownBy(() -> executor.validate(ExampleContext.of(json).parameters()))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> executor.execute(ExampleContext.of(json)))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
  }

  private Outcome execute(String path, String more) throws Exception {
    return executor.execute(context(path, more));
  }

  private ExampleContext context(String path, String more) {
    return ExampleContext.of("{\"url\": \"" + root + path + "\"" + more + "}");
  }

  private void hang() {
    asked.countDown();
    try {
      testOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String described(HttpExchange exchange) throws IOException {
    return exchange.getRequestMethod()
        + ' '
        + exchange.getRequestURI()
        + ' '
        + exchange.getRequestHeaders().getFirst("X-Own")
        + ' '
        + exchange.getRequestHeaders().getFirst("Content-Type")
        + ' '
        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Ends only when the client goes away: a client that read on would never return. */
  private static void writeUntilRefused(HttpExchange exchange) throws IOException {
    byte[] block = new byte[4096];
    Arrays.fill(block, (byte) 'x');
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write(block);
      }
    }
  }

  private static String text(Outcome outcome) {
    Bytes result = Objects.requireNonNull(outcome.result());
    return new String(result.exactArray(), StandardCharsets.UTF_8);
  }
}
