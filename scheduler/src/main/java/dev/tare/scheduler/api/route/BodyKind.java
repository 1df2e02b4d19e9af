package dev.tare.scheduler.api.route;

import java.util.Locale;

/** What a route takes as a request's body. */
public enum BodyKind {
  /** None; one that is sent is not looked at. */
  NONE(""),
  /** JSON, or nothing. */
  OPTIONAL_JSON("application/json"),
  /** JSON. */
  JSON("application/json"),
  /** A JSON merge patch, which may call itself plain JSON. */
  MERGE_PATCH("application/merge-patch+json, application/json");

  private static final String JSON_TYPE = "application/json";
  private static final String PATCH_TYPE = "application/merge-patch+json";

  private final String types;

  BodyKind(String types) {
    this.types = types;
  }

  /** The types, as an Accept header lists them. */
  public String types() {
    return types;
  }

  /** Whether a Content-Type header says one of them, in UTF-8 if it says a charset. */
  public boolean takes(String contentType) {
    int end = contentType.indexOf(';');
    String type = (end < 0 ? contentType : contentType.substring(0, end)).trim();
    boolean known = JSON_TYPE.equalsIgnoreCase(type)
        || (this == MERGE_PATCH && PATCH_TYPE.equalsIgnoreCase(type));
    return known && (end < 0 || isUtf8(contentType.substring(end + 1)));
  }

  private static boolean isUtf8(String parameters) {
    String text = parameters.toLowerCase(Locale.ROOT);
    int charset = text.indexOf("charset=");
    return charset < 0
        || text.startsWith("utf-8", charset + 8)
        || text.startsWith("\"utf-8\"", charset + 8);
  }
}
