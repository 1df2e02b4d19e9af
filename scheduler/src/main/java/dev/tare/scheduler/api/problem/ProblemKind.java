package dev.tare.scheduler.api.problem;

/** The kinds of problems; their URNs and statuses are part of the API and never change. */
public enum ProblemKind {
  /** The request's framing, address or query can not be understood. */
  BAD_REQUEST(400, "bad-request", "Bad request"),
  /** The body is no JSON. */
  MALFORMED_JSON(400, "malformed-json", "Malformed JSON"),
  /** No token, or one that is refused. */
  UNAUTHORIZED(401, "unauthorized", "Authentication required"),
  /** The caller is known and may not do this. */
  FORBIDDEN(403, "forbidden", "Forbidden"),
  /** The address, or what it names, does not exist. */
  NOT_FOUND(404, "not-found", "Not found"),
  /** The address exists and does not take this method. */
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
  /** The body did not come in time. */
  TIMEOUT(408, "request-timeout", "Request timeout"),
  /** What would be made exists already, or the state does not allow it. */
  CONFLICT(409, "conflict", "Conflict"),
  /** A run's status does not allow the change. */
  ILLEGAL_TRANSITION(409, "illegal-transition", "Illegal change of status"),
  /** The body has more bytes than may be sent. */
  TOO_LARGE(413, "content-too-large", "Content too large"),
  /** The address has more characters than may be sent. */
  URI_TOO_LONG(414, "uri-too-long", "URI too long"),
  /** The body is not declared to be JSON. */
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
  /** The request expects what the server does not do. */
  EXPECTATION_FAILED(417, "expectation-failed", "Expectation failed"),
  /** JSON, but a value is of the wrong type or outside of its range. */
  INVALID(422, "invalid-value", "Invalid value"),
  /** The client's bucket is empty. */
  TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
  /** The headers have more bytes than may be sent. */
  HEADERS_TOO_LARGE(431, "header-fields-too-large", "Request header fields too large"),
  /** A fault of the scheduler. */
  INTERNAL(500, "internal-error", "Internal error"),
  /** A method that no server knows. */
  NOT_IMPLEMENTED(501, "not-implemented", "Not implemented"),
  /** What the scheduler stands on does not answer. */
  UNAVAILABLE(503, "unavailable", "Service unavailable"),
  /** A version of HTTP that is not spoken here. */
  HTTP_VERSION(505, "http-version-not-supported", "HTTP version not supported");

  private final int status;
  private final String urn;
  private final String title;

  ProblemKind(int status, String name, String title) {
    this.status = status;
    this.urn = "urn:tare:problem:" + name;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The URI that names this kind. */
  public String urn() {
    return urn;
  }

  /** The kind in a few words, the same for every problem of it. */
  public String title() {
    return title;
  }

  /** The kind for a status that the HTTP server itself has chosen. */
  public static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
