package dev.tare.scheduler.api.route;

import org.jspecify.annotations.Nullable;

/** The methods that routes have; HEAD is answered as GET and OPTIONS by the router itself. */
public enum Method {
  /** Look at it. */
  GET,
  /** Look at the headers alone. */
  HEAD,
  /** Make or do something. */
  POST,
  /** Replace it. */
  PUT,
  /** Change a part of it. */
  PATCH,
  /** Delete it. */
  DELETE,
  /** Ask what can be done. */
  OPTIONS;

  private static final Method[] ALL = values();

  /** The method of a name, which is in capitals; null if no route can have it. */
  public static @Nullable Method named(String name) {
    for (Method method : ALL) {
      if (method.name().equals(name)) {
        return method;
      }
    }
    return null;
  }
}
