package dev.tare.scheduler.api.route;

import dev.tare.scheduler.api.security.Scope;

/** One method of one path, and what answers it. */
public final class Route {
  private final int number;
  private final Method method;
  private final String template;
  private final Scope scope;
  private final BodyKind body;
  private final Endpoint endpoint;

  Route(int number, Method method, String template, Scope scope, BodyKind body, Endpoint endpoint) {
    this.number = number;
    this.method = method;
    this.template = template;
    this.scope = scope;
    this.body = body;
    this.endpoint = endpoint;
  }

  /** A number of its own, 0 and up. */
  public int number() {
    return number;
  }

  /** The path, with <code>{id}</code> where an id stands. */
  public String template() {
    return template;
  }

  /** The method. */
  public Method method() {
    return method;
  }

  /** What a token must allow. */
  public Scope scope() {
    return scope;
  }

  /** Which body it takes. */
  public BodyKind body() {
    return body;
  }

  /** What answers. */
  public Endpoint endpoint() {
    return endpoint;
  }
}
