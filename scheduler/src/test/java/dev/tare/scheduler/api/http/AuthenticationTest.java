package dev.tare.scheduler.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.auth.Leaks;
import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.auth.token.TokenRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bearer tokens and the limits of who has one, over a socket. */
class AuthenticationTest {
  private final ManualClock clock = ManualClock.at("2026-03-01T00:00:00Z");
  private final KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
  private final SignedTokens tokens = new SignedTokens(ring, "tare-test", clock);
  private HttpListener listener;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    Routes routes = new Routes()
        .get("/open", Scope.NONE, exchange -> exchange.noContent())
        .get(
            "/who",
            Scope.READ,
            exchange -> exchange
                .json(200)
                .object()
                .text(JsonOutput.name("who"), exchange.requester())
                .endObject())
        .postEmpty("/do", exchange -> exchange.noContent());
    listener = HttpListener.start(
        ListenerConfig.loopback().authenticatedBy(tokens),
        routes,
        (route, status, nanos) -> {},
        clock);
    client = new RawClient(listener.port());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    listener.close();
  }

  @Test
  void token_opensWhatItAllows() throws IOException {
    String token = issue("somebody", "tasks:read");
    Answer answer = get("/who", token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"who\":\"somebody\"}");
    assertThat(client.request("GET", "/who", "authorization: bearer  " + token).status())
        .isEqualTo(200);
    Answer refused = client.request("POST", "/do", "Authorization: Bearer " + token);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("www-authenticate"))
        .isEqualTo("Bearer realm=\"tare\", error=\"insufficient_scope\", scope=\"tasks:write\"");
    assertThat(client.request("GET", "/open").status()).isEqualTo(204);
  }

  @Test
  void request_withoutAToken_isToldToSendOne_whateverItsAddress() throws IOException {
    for (String path : new String[] {"/who", "/nothing", "/do"}) {
      Answer answer = client.request("GET", path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"tare\"");
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }
    assertThat(client.request("GET", "/who", "Authorization: Basic eDp5").status())
        .isEqualTo(401);
  }

  @Test
  void token_thatIsUnsigned_isRefused() throws IOException {
    JWTClaimsSet claims = new JWTClaimsSet.Builder()
        .issuer("tare-test")
        .subject("somebody")
        .jwtID("1")
        .claim("scope", "tasks:read")
        .issueTime(Date.from(clock.instant()))
        .expirationTime(Date.from(clock.instant().plusSeconds(60)))
        .build();
    assertRefused(new PlainJWT(claims).serialize());
    String token = issue("somebody", "tasks:read");
    String payload = token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    String none = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ("{\"alg\":\"none\",\"kid\":\"" + ring.current().id() + "\"}").getBytes(UTF_8));
    assertRefused(none + payload);
    assertRefused(none + payload + token.substring(token.lastIndexOf('.') + 1));
    assertRefused(token.substring(0, token.lastIndexOf('.') + 1));
    assertRefused("x");
  }

  @Test
  void token_thatIsExpired_orOfAnotherIssuer_isRefused() throws IOException {
    String token = issue("somebody", "tasks:read");
    assertThat(get("/who", token).status()).isEqualTo(200);
    assertRefused(new SignedTokens(ring, "another", clock)
        .issue(TokenRequest.of("somebody", Set.of("tasks:read"), Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));
    assertRefused(token);
  }

  @Test
  void token_ofAKeyThatWasRotatedOutOrRevoked_isRefused() throws IOException {
    String longLived =
        tokens.issue(TokenRequest.of("somebody", Set.of("tasks:read"), Duration.ofDays(7)));
    String revoked = issue("somebody", "tasks:read");
    assertThat(get("/who", longLived).status()).isEqualTo(200);
    for (int i = 0; i <= KeyRing.MAX_PREVIOUS; i++) {
      ring.rotate();
    }
    assertRefused(longLived);
    assertRefused(revoked);
    String fresh = issue("somebody", "tasks:read");
    ring.revoke(ring.current().id());
    assertRefused(fresh);
  }

  @Test
  void refusedTokens_areCountedByAddress_andGoodOnesBySubject() throws IOException {
    String one = issue("one", "tasks:read");
    String two = issue("two", "tasks:read");
    for (int i = 0; i < 20; i++) {
      assertThat(get("/who", "guess").status()).isEqualTo(401);
    }
    Answer guess = get("/who", "guess");
    assertThat(guess.status()).isEqualTo(429);
    assertThat(guess.header("retry-after")).isEqualTo("1");
    assertThat(guess.header("content-type")).isEqualTo("application/problem+json");
    for (int i = 0; i < 20; i++) {
      assertThat(get("/who", one).status()).isEqualTo(200);
    }
    assertThat(get("/who", one).status()).isEqualTo(429);
    assertThat(get("/who", two).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(100));
    assertThat(get("/who", one).status()).isEqualTo(200);
    assertThat(get("/who", one).status()).isEqualTo(429);
    for (int i = 0; i < 100; i++) {
      assertThat(client.request("GET", "/open").status()).isEqualTo(204);
    }
  }

  private void assertRefused(String token) throws IOException {
    Answer answer = get("/who", token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).contains("error=\"invalid_token\"");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    if (token.length() > 8) {
      Leaks.assertHoldsNothingOf(token, answer.text() + answer.headers());
    }
    clock.advance(Duration.ofMillis(100)); // the guess is forgiven
  }

  private Answer get(String path, String token) throws IOException {
    return client.request("GET", path, "Authorization: Bearer " + token);
  }

  private String issue(String subject, String scope) {
    return tokens.issue(TokenRequest.of(subject, Set.of(scope), Duration.ofHours(1)));
  }
}
