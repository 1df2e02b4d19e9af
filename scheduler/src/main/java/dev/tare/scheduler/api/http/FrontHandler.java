package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.limit.RateLimiter;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemException;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.route.BodyKind;
import dev.tare.scheduler.api.route.Method;
import dev.tare.scheduler.api.route.Observer;
import dev.tare.scheduler.api.route.Route;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Authenticator;
import dev.tare.scheduler.api.security.BrowserGuard;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.auth.token.TokenException;
import dev.tare.scheduler.auth.token.VerifiedToken;
import dev.tare.scheduler.pool.ObjectPool;
import dev.tare.scheduler.pool.PoolHandle;
import dev.tare.scheduler.pool.PoolPolicy;
import dev.tare.scheduler.pool.PoolStats;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request through its steps: who, how often, what, with which body. */
final class FrontHandler extends Handler.Abstract {
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.tare.scheduler.api.access");
  private static final Problem NO_PATH =
      Problem.of(ProblemKind.NOT_FOUND, "nothing has this address: the API's begin with /api");

  private final Routes routes;
  private final RateLimiter limiter;
  private final @Nullable Authenticator authenticator;
  private final Observer observer;
  private final ObjectPool<ResponseBody> buffers;
  private final long patienceMillis;

  FrontHandler(
      Routes routes,
      RateLimiter limiter,
      @Nullable Authenticator authenticator,
      Observer observer,
      int buffers,
      long patienceMillis) {
    this.routes = routes;
    this.limiter = limiter;
    this.authenticator = authenticator;
    this.observer = observer;
    this.buffers =
        new ObjectPool<>("answers", PoolPolicy.overflowing(buffers), ResponseBody.RECYCLER);
    this.patienceMillis = patienceMillis;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpExchange exchange = new HttpExchange(request, response, callback, this);
    try {
      Routes.Path path = routes.find(exchange.pathText());
      Method method = Method.named(request.getMethod());
      Route route = path == null || method == null ? null : path.route(method);
      admit(exchange, route == null ? Scope.READ : route.scope());
      if (path == null) {
        throw NO_PATH.asException();
      }
      if (route != null || method == Method.OPTIONS) {
        exchange.routed(path, route);
        proceed(exchange, route);
      } else {
        throw Problem.of(
                ProblemKind.METHOD_NOT_ALLOWED, "this address takes " + path.allow() + " alone")
            .with("Allow", path.allow())
            .asException();
      }
    } catch (RuntimeException e) {
      refuse(exchange, e);
    }
    return true;
  }

  /** Refuses a request by its headers; a client that waits to be told does not send its body. */
  private void refuse(HttpExchange exchange, RuntimeException failure) {
    Request request = exchange.request();
    if (BodyReader.isAnnounced(request) && !request.getHeaders().contains(HttpHeader.EXPECT)) {
      new BodyReader(exchange, this, failure).run();
    } else {
      exchange.refuse(failure);
    }
  }

  /** Whose request it is, and whether that client may ask now. */
  private void admit(HttpExchange exchange, Scope scope) {
    if (scope == Scope.NONE) {
      return; // answered from memory, to whoever asks
    }
    Request request = exchange.request();
    if (authenticator == null) {
      BrowserGuard.check(
          request.getHeaders().get(HttpHeader.HOST), request.getHeaders().get(HttpHeader.ORIGIN));
      limit(Clients.number(request));
      return;
    }
    VerifiedToken token;
    try {
      token = authenticator.authenticate(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    } catch (ProblemException | TokenException refused) {
      limit(Clients.number(request)); // guesses are counted by where they come from
      throw refused;
    }
    exchange.sentBy(token.subject());
    limit(Clients.number(token.subject()));
    Authenticator.authorize(token, scope);
  }

  private void limit(long client) {
    long waitMillis = limiter.take(client);
    if (waitMillis > 0) {
      throw Problem.of(
              ProblemKind.TOO_MANY_REQUESTS,
              "too many requests: the next one is taken in " + waitMillis + " ms")
          .with("Retry-After", Long.toString((waitMillis + 999) / 1000))
          .asException();
    }
  }

  /** Reads the body, if there is one, and answers; without a route, what the path can do. */
  private void proceed(HttpExchange exchange, @Nullable Route route) {
    Request request = exchange.request();
    if (!BodyReader.isAnnounced(request)) {
      answer(exchange);
      return;
    }
    if (route != null
        && route.body() != BodyKind.NONE) { // of a body that nobody asked for the type is no matter
      checkType(route, request);
    }
    if (request.getLength() > BodyReader.MOST_BYTES
        && request.getHeaders().contains(HttpHeader.EXPECT)) {
      throw BodyReader.tooLarge(); // the client waits to be told before it sends
    }
    new BodyReader(exchange, this, null).run();
  }

  private static void checkType(Route route, Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (type == null || !route.body().takes(type) || encoding != null) {
      throw Problem.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "send the body as " + route.body().types() + " in UTF-8, not encoded any further")
          .with(
              route.method() == Method.PATCH ? "Accept-Patch" : "Accept",
              route.body().types())
          .asException();
    }
  }

  /** Lets the endpoint answer; the body, if any, is there. */
  void answer(HttpExchange exchange) {
    Route route = exchange.route();
    try {
      if (route == null) {
        exchange.options();
      } else {
        route.endpoint().answer(exchange);
      }
      exchange.finish();
    } catch (IOException | RuntimeException e) {
      exchange.refuse(e);
    }
  }

  /** An answer has been sent, or could not be. */
  void completed(HttpExchange exchange) {
    int status = exchange.response().getStatus();
    long nanos = System.nanoTime() - exchange.request().getBeginNanoTime();
    observer.answered(exchange.route(), status, nanos);
    if (ACCESS.isDebugEnabled()) {
      ACCESS.debug(
          "{} {} {} us, by {}, trace {}",
          exchange,
          status,
          TimeUnit.NANOSECONDS.toMicros(nanos),
          exchange.requester(),
          exchange.traceparent());
    }
  }

  PoolHandle<ResponseBody> takeBuffer() {
    return buffers.acquire();
  }

  /** What became of the buffers. */
  PoolStats bufferStats() {
    return buffers.stats();
  }

  long patienceMillis() {
    return patienceMillis;
  }
}
