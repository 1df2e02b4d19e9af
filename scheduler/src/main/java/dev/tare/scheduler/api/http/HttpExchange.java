package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.problem.Problems;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Query;
import dev.tare.scheduler.api.route.Route;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.pool.PoolHandle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** One request on its way, from its headers to the last byte of its answer. */
final class HttpExchange implements Exchange {
  static final String PROBLEM_TYPE = "application/problem+json";
  static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
  private static final HttpField NO_SNIFF =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
  private static final HttpField PROBLEM =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, PROBLEM_TYPE);
  private static final String TRACEPARENT = "traceparent";
  private static final Bytes NO_BODY = Bytes.of(new byte[0]);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final FrontHandler handler;
  private Routes.@Nullable Path path;
  private @Nullable Route route;
  private @Nullable String requester;
  private Bytes body = NO_BODY;
  private @Nullable ResponseBody answer;
  private boolean over;

  HttpExchange(Request request, Response response, Callback callback, FrontHandler handler) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.handler = handler;
    response.getHeaders().add(NO_STORE).add(NO_SNIFF);
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  /** The path, with what has to stay encoded still so; what can not be routed is {@code *}. */
  String pathText() {
    String canonical = request.getHttpURI().getCanonicalPath();
    return canonical == null ? "*" : canonical;
  }

  @Nullable
  Route route() {
    return route;
  }

  /** The path is known, and the route, which OPTIONS has none of. */
  void routed(Routes.Path thePath, @Nullable Route theRoute) {
    path = thePath;
    route = theRoute;
  }

  /** The sender is known. */
  void sentBy(String name) {
    requester = name;
  }

  /** The body is there. */
  void received(Bytes bytes) {
    body = bytes;
  }

  @Override
  public long id() {
    return routedPath().id(pathText());
  }

  @Override
  public String name() {
    String text = routedPath().variable(pathText());
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URIUtil.decodePath(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemKind.BAD_REQUEST, "the path is not percent-encoded UTF-8")
          .asException();
    }
  }

  private Routes.Path routedPath() {
    return Objects.requireNonNull(path, "no route yet");
  }

  @Override
  public Query query(String... names) {
    return Query.parse(request.getHttpURI().getQuery(), names);
  }

  @Override
  public Bytes body() {
    return body;
  }

  @Override
  public String requester() {
    String known = requester;
    return known == null ? Clients.name(request) : known;
  }

  @Override
  public @Nullable TraceParent traceparent() {
    String header = request.getHeaders().get(TRACEPARENT);
    return header == null ? null : TraceParent.parse(header);
  }

  @Override
  public JsonOutput json(int status) throws IOException {
    JsonOutput json = begin(status, JSON).json();
    json.begin();
    return json;
  }

  @Override
  public JsonOutput created(String location) throws IOException {
    response.getHeaders().put(HttpHeader.LOCATION, location);
    return json(201);
  }

  @Override
  public void noContent() {
    begin(204, null);
  }

  @Override
  public OutputStream stream(int status, String contentType) {
    return begin(status, new HttpField(HttpHeader.CONTENT_TYPE, contentType));
  }

  /** Answers what the path can do. */
  void options() {
    String allow = Objects.requireNonNull(path, "no path yet").allow();
    response.getHeaders().put(HttpHeader.ALLOW, allow);
    noContent();
  }

  private ResponseBody begin(int status, @Nullable HttpField contentType) {
    if (answer != null) {
      throw new IllegalStateException("an answer has been begun already");
    }
    response.setStatus(status);
    if (contentType != null) {
      response.getHeaders().put(contentType);
    }
    PoolHandle<ResponseBody> lent = handler.takeBuffer();
    ResponseBody begun = lent.get();
    begun.open(this, lent);
    answer = begun;
    return begun;
  }

  /** Sends what the endpoint has written. */
  void finish() throws IOException {
    Objects.requireNonNull(answer, "the endpoint did not answer").finish();
  }

  /** Answers a failure instead; if something has been sent, the connection breaks off. */
  void refuse(Throwable failure) {
    if (over) {
      return; // what fails after an answer is no matter of its client, and its buffer another's
    }
    ResponseBody begun = answer;
    if (begun != null) {
      begun.giveUp();
    }
    if (failure instanceof IOException) { // the client has gone
      completed(failure);
      return;
    }
    Problem problem = Problems.of(failure, this);
    if (response.isCommitted()) {
      completed(failure);
      return;
    }
    try {
      answer(problem);
    } catch (IOException | RuntimeException e) {
      completed(e);
    }
  }

  private void answer(Problem problem) throws IOException {
    response.reset();
    response.getHeaders().add(NO_STORE).add(NO_SNIFF);
    Problem.Header header = problem.header();
    if (header != null) {
      response.getHeaders().put(header.name(), header.value());
    }
    if (problem.kind() == ProblemKind.TOO_LARGE
        || problem.kind() == ProblemKind.TIMEOUT
        || request.getHeaders().contains(HttpHeader.EXPECT)) { // a part of the body is unread
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    answer = null;
    JsonOutput json = begin(problem.kind().status(), PROBLEM).json();
    json.begin();
    ProblemAnswer.write(problem, request.getHttpURI().getPath(), json);
    finish();
  }

  /** The answer's buffer is about to be somebody else's. */
  void release() {
    over = true;
    answer = null;
  }

  /** The answer has been sent, or could not be. */
  void completed(@Nullable Throwable failure) {
    over = true;
    handler.completed(this);
    if (failure == null) {
      callback.succeeded();
    } else {
      callback.failed(failure);
    }
  }

  /** How long a client may take for a chunk. */
  long patienceMillis() {
    return handler.patienceMillis();
  }

  /** Closes the connection under a client that does not read. */
  void hangUp() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }

  /** Method and path, for the log; the path as it was sent, without its query. */
  @Override
  public String toString() {
    return request.getMethod() + ' ' + request.getHttpURI().getPath();
  }
}
