package dev.tare.scheduler.api;

import static dev.tare.scheduler.api.ApiFixture.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.route.Route;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.auth.Leaks;
import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.auth.token.TokenRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the API against tokens that are not good; and what the log holds of them. */
class ApiTokensTest {
  private static final Set<String> BOTH = Set.of("tasks:read", "tasks:write");

  private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
  private final KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
  private final SignedTokens tokens = new SignedTokens(ring, "tare-test", clock);
  private final PrintStream console = System.err;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private ApiFixture fixture;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    System.setErr(new PrintStream(logged, true, UTF_8));
    fixture = new ApiFixture(
        ListenerConfig.loopback().authenticatedBy(tokens).limitedTo(1_000_000, 1_000_000));
    client = fixture.client();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fixture.close();
    System.setErr(console);
  }

  @Test
  void everyRoute_butHealth_refusesEveryTokenThatIsNotGood() throws IOException {
    String outOfUse = tokens.issue(TokenRequest.of("one", BOTH, Duration.ofDays(7)));
    for (int i = 0; i <= KeyRing.MAX_PREVIOUS; i++) {
      ring.rotate();
    }
    String expired = tokens.issue(TokenRequest.of("one", BOTH, Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(2));
    String good = tokens.issue(TokenRequest.of("one", BOTH, Duration.ofHours(1)));
    int firstDot = good.indexOf('.');
    int lastDot = good.lastIndexOf('.');
    String none = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ("{\"alg\":\"none\",\"kid\":\"" + ring.current().id() + "\"}").getBytes(UTF_8));
    List<String> refused = List.of(
        outOfUse,
        expired,
        good.substring(0, lastDot + 1), // its signature left out
        none + good.substring(firstDot, lastDot + 1),
        none + good.substring(firstDot),
        good.substring(0, lastDot + 1) + outOfUse.substring(outOfUse.lastIndexOf('.') + 1));
    int asked = 0;
    for (Route route : HttpApi.routes(fixture.ports, fixture.clock).all()) {
      String target = route.template().replace("{id}", "1");
      if (route.scope() == Scope.NONE) {
        assertThat(route.template()).isEqualTo("/api/health");
        continue;
      }
      assertProblem(client.request(route.method().name(), target), 401);
      for (String token : refused) {
        Answer answer = call(route.method().name(), target, token);
        assertProblem(answer, 401);
        assertThat(answer.header("www-authenticate")).contains("error=\"invalid_token\"");
        asked++;
      }
      assertThat(call(route.method().name(), target, good).status()).isNotIn(401, 403);
    }
    assertThat(asked).isGreaterThanOrEqualTo(16 * refused.size());
    assertThat(fixture.tasks.byId(1)).isEmpty();
  }

  @Test
  void log_holdsNothingOfATokenOrAKey() throws IOException {
    String good = tokens.issue(TokenRequest.of("somebody", BOTH, Duration.ofHours(1)));
    String reader =
        tokens.issue(TokenRequest.of("reader", Set.of("tasks:read"), Duration.ofHours(1)));
    List<String> sent = new ArrayList<>(List.of(good, reader, good + "x", "x" + good));
    String target = "/api/tasks/1";
    for (String token : sent) {
      call("GET", target, token);
      call("DELETE", target, token);
      client.request("GET", target, "Authorization: " + token);
      client.request("GET", target + "?access_token=" + token);
    }
    fixture.pool.close(); // what is logged when something fails, too
    call("GET", target, good);
    ring.rotate();
    ring.revoke(ring.current().id());
    call("GET", target, good);
    String log = logged.toString(UTF_8);
    assertThat(log).contains("GET /api/tasks/1 failed");
    for (String token : sent) {
      int from = token.indexOf('.') + 1; // the header says alg and kid, which are no secret
      Leaks.assertHoldsNothingOf(token.substring(from), log);
    }
  }

  private Answer call(String method, String target, String token) throws IOException {
    return client.request(method, target, "Authorization: Bearer " + token);
  }
}
