package dev.tare.scheduler.worker.executor.http;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.ParameterReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP task's parameters.
 *
 * @param uri absolute, http or https
 * @param method such as GET
 * @param headers to send
 * @param body to send
 * @param json whether the body is JSON, and then a view of the parameters
 */
record HttpCall(
    URI uri,
    String method,
    Map<String, String> headers,
    @Nullable Bytes body,
    boolean json) {
  private static final int MOST_HEADERS = 100;
  private static final int MOST_METHOD_CHARS = 20;
  private static final String FIELDS = "url, method, headers, body";

  static HttpCall parse(Bytes parameters, Predicate<URI> allowed) {
    URI uri = null;
    String method = "GET";
    Map<String, String> headers = Map.of();
    Bytes body = null;
    try (ParameterReader reader = ParameterReader.of(parameters)) {
      while (reader.nextField()) {
        switch (reader.field()) {
          case "url" -> uri = uri(reader, reader.string(), allowed);
          case "method" -> method = method(reader, reader.string());
          case "headers" -> headers = sendable(reader.stringMap(MOST_HEADERS));
          case "body" -> body = reader.content();
          default -> throw reader.unknownField(FIELDS);
        }
      }
    }
    if (uri == null) {
      throw ParameterReader.missing("url", "an http or https URL");
    }
    boolean json = body != null && body.array() == parameters.array();
    return new HttpCall(uri, method, headers, body, json);
  }

  HttpRequest request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (json) {
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    return request.method(method, publisher(body)).build();
  }

  /** The URI without what may hold a secret: user, query and fragment. */
  String shownUri() {
    String path = uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + (path == null ? "" : path);
  }

  private static BodyPublisher publisher(@Nullable Bytes body) {
    return body == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(body.array(), body.offset(), body.length());
  }

  private static URI uri(ParameterReader reader, String text, Predicate<URI> allowed) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw reader.invalid("is no URL: use http://host/path, with special characters as %XX");
    }
    String scheme = uri.getScheme();
    boolean spoken = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!spoken || uri.getHost() == null) {
      throw reader.invalid("is no http or https URL with a host: use http://host/path");
    }
    if (!allowed.test(uri)) {
      throw reader.invalid("names a place that is not allowed here: host " + uri.getHost());
    }
    return uri;
  }

  private static String method(ParameterReader reader, String method) {
    boolean valid = !method.isEmpty() && method.length() <= MOST_METHOD_CHARS;
    for (int i = 0; valid && i < method.length(); i++) {
      valid = method.charAt(i) >= 'A' && method.charAt(i) <= 'Z';
    }
    if (!valid || method.equals("CONNECT")) {
      throw reader.invalid("is no method that can be sent: use GET, POST, PUT, PATCH, DELETE, …");
    }
    return method;
  }

  /** Lets the client itself say which headers it refuses: its list is its own. */
  private static Map<String, String> sendable(Map<String, String> headers) {
    HttpRequest.Builder probe = HttpRequest.newBuilder();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      try {
        probe.setHeader(header.getKey(), header.getValue());
      } catch (IllegalArgumentException e) {
        throw new ValidationException("parameters.headers." + header.getKey()
            + " can not be sent: its name is invalid or the client's own, or its value is invalid");
      }
    }
    return headers;
  }
}
