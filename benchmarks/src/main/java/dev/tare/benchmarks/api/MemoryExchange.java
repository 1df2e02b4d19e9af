package dev.tare.benchmarks.api;

import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Query;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer in memory, used again for the next request: what an endpoint allocates
 * is its own. For one thread.
 */
public final class MemoryExchange extends OutputStream implements Exchange {
  private static final Bytes NO_BODY = Bytes.of(new byte[0]);
  private static final int FIRST_BYTES = 64 * 1024;

  private final JsonOutput json = new JsonOutput(this);
  private byte[] buffer = new byte[FIRST_BYTES];
  private int filled;
  private int status;
  private String path = "";
  private @Nullable String query;
  private Bytes body = NO_BODY;
  private Routes.@Nullable Path route;

  /** Begins the next request: its path, its raw query and its body, each absent if null. */
  public MemoryExchange request(String toPath, @Nullable String rawQuery, @Nullable Bytes sent) {
    path = toPath;
    query = rawQuery;
    body = sent == null ? NO_BODY : sent;
    filled = 0;
    status = 0;
    return this;
  }

  /** Where the request goes. */
  public String path() {
    return path;
  }

  /** The path is known. */
  public void routed(Routes.Path to) {
    route = to;
  }

  /** The endpoint has returned: the answer is whole. */
  public void finish() throws IOException {
    json.end();
  }

  /** The answer's status; 0 if there was none. */
  public int status() {
    return status;
  }

  /** The answer's body, copied. */
  public byte[] answer() {
    return Arrays.copyOf(buffer, filled);
  }

  /** How many bytes the answer's body has. */
  public int length() {
    return filled;
  }

  @Override
  public long id() {
    return Objects.requireNonNull(route, "no route yet").id(path);
  }

  @Override
  public String name() {
    return Objects.requireNonNull(route, "no route yet").variable(path);
  }

  @Override
  public Query query(String... names) {
    return Query.parse(query, names);
  }

  @Override
  public Bytes body() {
    return body;
  }

  @Override
  public String requester() {
    return "127.0.0.1";
  }

  @Override
  public @Nullable TraceParent traceparent() {
    return null;
  }

  @Override
  public JsonOutput json(int code) throws IOException {
    status = code;
    json.begin();
    return json;
  }

  @Override
  public JsonOutput created(String location) throws IOException {
    return json(201);
  }

  @Override
  public void noContent() {
    status = 204;
  }

  @Override
  public OutputStream stream(int code, String contentType) {
    status = code;
    return this;
  }

  @Override
  public void write(int b) {
    ensure(1);
    buffer[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, buffer, filled, length);
    filled += length;
  }

  private void ensure(int more) {
    if (more > buffer.length - filled) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + more));
    }
  }
}
