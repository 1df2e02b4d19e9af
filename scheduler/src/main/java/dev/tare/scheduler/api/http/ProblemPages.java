package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the HTTP server refuses by itself, before a handler sees it: requests that are no
 * HTTP, too long, or of another version.
 */
final class ProblemPages extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object status = request.getAttribute(ERROR_STATUS);
    int code = status instanceof Integer number ? number : response.getStatus();
    ProblemKind kind = ProblemKind.ofStatus(code);
    response.setStatus(kind.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpExchange.PROBLEM_TYPE);
    response.getHeaders().put(HttpExchange.NO_STORE);
    // Where a request that could not be read ends is not known; the server closes, untold.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    byte[] document =
        document(Problem.of(kind, detail(kind)), request.getHttpURI().getPath());
    response.write(true, ByteBuffer.wrap(document), callback);
    return true;
  }

  private static byte[] document(Problem problem, String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonOutput json = new JsonOutput(bytes);
    try {
      json.begin();
      ProblemAnswer.write(problem, path, json);
      json.end();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory can be written", e);
    }
    return bytes.toByteArray();
  }

  /** The server's own words may quote the request; these do not. */
  private static String detail(ProblemKind kind) {
    return switch (kind) {
      case URI_TOO_LONG, HEADERS_TOO_LARGE ->
        "address and header fields together have more than 8192 bytes: send less";
      case HTTP_VERSION -> "this server speaks HTTP/1.1 and HTTP/1.0";
      case TIMEOUT -> "the request did not come in time: send it again";
      case UNAVAILABLE -> "the server is stopping: try again later";
      case INTERNAL -> "the scheduler failed; its log says why, and this answer does not";
      default -> "the request is no well-formed HTTP/1.1 request of a plain path";
    };
  }
}
