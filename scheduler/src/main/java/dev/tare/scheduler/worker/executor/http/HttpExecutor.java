package dev.tare.scheduler.worker.executor.http;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request: parameters {@code {"url": …, "method": "GET", "headers": {name: value}, "body":
 * …}}, of which only {@code url} is needed. A body that is a string is sent as its text, one that
 * is an object or an array as JSON, {@code Content-Type} included unless the headers name another.
 *
 * <p>The result is the beginning of the response body, within the context's limits. A status of 400
 * or more is a failure, whose error says the status and how the body begins. The run's time limit
 * holds for the whole exchange.
 */
public final class HttpExecutor implements TaskExecutor {

  /** The task type that it usually serves. */
  public static final String TYPE = "http";

  private static final int FIRST_FAILURE = 400;

  private final HttpSettings settings;
  private final HttpClient client;

  /** An executor with a client of its own, whose threads end with it. */
  public HttpExecutor(HttpSettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder()
        .connectTimeout(Duration.ofMillis(settings.connectTimeoutMillis()))
        .followRedirects(settings.followRedirects() ? Redirect.NORMAL : Redirect.NEVER)
        .build();
  }

  @Override
  public void validate(Bytes parameters) {
    HttpCall.parse(parameters, settings.allowed());
  }

  @Override
  public Outcome execute(TaskExecutionContext context) throws IOException, InterruptedException {
    HttpCall call = HttpCall.parse(context.parameters(), settings.allowed());
    CompletableFuture<HttpResponse<Bytes>> exchange =
        client.sendAsync(call.request(), head(context.limits().resultBytes()));
    try {
      return outcome(call, exchange.get(context.timeoutMillis(), TimeUnit.MILLISECONDS), context);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return Outcome.timedOut(
          described(call) + " had not ended after " + context.timeoutMillis() + " ms", null);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Outcome.failed(described(call) + " failed: " + reason(cause), null);
    }
  }

  private static Outcome outcome(
      HttpCall call, HttpResponse<Bytes> response, TaskExecutionContext context) {
    Bytes body = response.body();
    @Nullable Bytes result = body.length() == 0 ? null : body;
    if (response.statusCode() < FIRST_FAILURE) {
      return Outcome.completed(result);
    }
    int shown = Math.min(body.length(), context.limits().errorBytes());
    String excerpt = new String(body.array(), body.offset(), shown, StandardCharsets.UTF_8).strip();
    return Outcome.failed(
        described(call) + " answered " + response.statusCode()
            + (excerpt.isEmpty() ? "" : ": " + excerpt),
        result);
  }

  private static BodyHandler<Bytes> head(int limitBytes) {
    return head -> new BodyHead(
        limitBytes, head.headers().firstValueAsLong("Content-Length").orElse(-1));
  }

  private static String described(HttpCall call) {
    return call.method() + ' ' + call.shownUri();
  }

  /** Some of the client's exceptions have no message of their own. */
  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }
}
