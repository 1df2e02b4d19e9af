package dev.tare.benchmarks.api;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.auth.CopyingTokens;
import dev.tare.scheduler.api.route.Method;
import dev.tare.scheduler.api.route.Route;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.api.run.RunEndpoints;
import dev.tare.scheduler.api.security.Authenticator;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.api.task.Schedules;
import dev.tare.scheduler.api.task.TaskEndpoints;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.auth.token.TokenRequest;
import dev.tare.scheduler.auth.token.VerifiedToken;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** The steps of a request from its path to its answer, without a socket. For one thread. */
public final class MemoryApi {
  private final Routes routes = new Routes();
  private final Gate gate;
  private final String authorization;

  /** Who sent a request, and whether they may. */
  private interface Gate {
    VerifiedToken admit(String header, Scope scope);
  }

  /** The endpoints of one variant before these ports. */
  public MemoryApi(
      Variant variant,
      TaskRepository tasks,
      TaskRunRepository runs,
      RunCommands commands,
      Schedules schedules,
      Clock clock) {
    Clock now = Clock.systemUTC();
    KeyRing keys = KeyRing.inMemory(RotationPolicy.PRODUCTION, now);
    SignedTokens tokens = new SignedTokens(keys, "tare", now);
    authorization = "Bearer "
        + tokens.issue(TokenRequest.of("ada", Set.of(Scope.READ.word()), Duration.ofHours(1)));
    if (variant == Variant.LEAN) {
      new TaskEndpoints(tasks, runs, commands, schedules, clock).addTo(routes);
      new RunEndpoints(runs, commands).addTo(routes);
      gate = new LeanGate(new Authenticator(tokens));
    } else {
      new CopyingTaskEndpoints(tasks, runs, commands, schedules, clock).addTo(routes);
      new CopyingRunEndpoints(runs).addTo(routes);
      gate = new CopyingAuthenticator(new CopyingTokens(tokens, keys, "tare", now))::admit;
    }
  }

  /** Answers a request. */
  public void answer(Method method, MemoryExchange exchange) throws IOException {
    Route route = route(method, exchange);
    route.endpoint().answer(exchange);
    exchange.finish();
  }

  /** Answers a request of somebody who shows a token. */
  void answerToToken(Method method, MemoryExchange exchange) throws IOException {
    Route route = route(method, exchange);
    gate.admit(authorization, route.scope());
    route.endpoint().answer(exchange);
    exchange.finish();
  }

  private Route route(Method method, MemoryExchange exchange) {
    Routes.Path path = Objects.requireNonNull(routes.find(exchange.path()), "no such path");
    exchange.routed(path);
    return Objects.requireNonNull(path.route(method), "no such method");
  }

  /** As the listener calls it. */
  private record LeanGate(Authenticator authenticator) implements Gate {
    @Override
    public VerifiedToken admit(String header, Scope scope) {
      VerifiedToken token = authenticator.authenticate(header);
      Authenticator.authorize(token, scope);
      return token;
    }
  }
}
