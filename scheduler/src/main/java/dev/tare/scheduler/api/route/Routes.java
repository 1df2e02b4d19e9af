package dev.tare.scheduler.api.route;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.security.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every route of a server. Filled by one thread before it starts, then read by all.
 *
 * <p>A path has at most one variable part, <code>{id}</code>.
 */
public final class Routes {
  private final List<Path> paths = new ArrayList<>();
  private final List<Route> all = new ArrayList<>();

  /** One path: its parts between the slashes, and a route a method. */
  public static final class Path {
    private final String template;
    private final String[] parts;
    private final Map<Method, Route> byMethod = new EnumMap<>(Method.class);
    private String allow = "OPTIONS";

    private Path(String template) {
      this.template = template;
      List<String> found = new ArrayList<>();
      int from = 1;
      for (int slash = template.indexOf('/', 1); slash >= 0; slash = template.indexOf('/', from)) {
        found.add(template.substring(from, slash));
        from = slash + 1;
      }
      found.add(template.substring(from));
      this.parts = found.toArray(String[]::new);
    }

    /** The methods that it has, for an Allow header. */
    public String allow() {
      return allow;
    }

    /** Its route for a method, or null. */
    public @Nullable Route route(Method method) {
      return byMethod.get(method);
    }

    private void add(Route route) {
      byMethod.put(route.method(), route);
      allow = route.method() + ", " + allow;
      if (route.method() == Method.GET) {
        byMethod.put(Method.HEAD, route);
        allow = "HEAD, " + allow;
      }
    }

    /**
     * The variable part of a request's path.
     *
     * @throws IllegalStateException if it has none
     */
    public String variable(String path) {
      int from = variableFrom(path);
      return path.substring(from, endOfPart(path, from));
    }

    /**
     * The variable part of a request's path, a number from 1.
     *
     * @throws dev.tare.scheduler.api.problem.ProblemException if it is none
     * @throws IllegalStateException if the path has no variable part
     */
    public long id(String path) {
      int from = variableFrom(path);
      return number(path, from, endOfPart(path, from));
    }

    private int variableFrom(String path) {
      int at = 0;
      for (String part : parts) {
        int from = at + 1;
        if (part.startsWith("{")) {
          return from;
        }
        at = endOfPart(path, from);
      }
      throw new IllegalStateException(template + " has no variable part");
    }

    private static long number(String path, int from, int to) {
      try {
        long id = Long.parseLong(path, from, to, 10);
        if (id > 0 && path.charAt(from) != '+') {
          return id;
        }
      } catch (NumberFormatException e) {
        // refused below, as a number that is too small is
      }
      throw Problem.ofField(
              ProblemKind.BAD_REQUEST, "id", "the id in the path is to be a whole number from 1")
          .asException();
    }

    private boolean matches(String path) {
      int at = 0;
      for (String part : parts) {
        if (at >= path.length() || path.charAt(at) != '/') {
          return false;
        }
        int from = at + 1;
        at = endOfPart(path, from);
        boolean same = part.length() == at - from && path.startsWith(part, from);
        if (!same && !(part.startsWith("{") && at > from)) {
          return false;
        }
      }
      return at == path.length();
    }

    private static int endOfPart(String path, int from) {
      int slash = path.indexOf('/', from);
      return slash < 0 ? path.length() : slash;
    }
  }

  /** A path to look at. */
  public Routes get(String template, Scope scope, Endpoint endpoint) {
    return add(Method.GET, template, scope, BodyKind.NONE, endpoint);
  }

  /** A path to post JSON to. */
  public Routes post(String template, Endpoint endpoint) {
    return add(Method.POST, template, Scope.WRITE, BodyKind.JSON, endpoint);
  }

  /** A path to post JSON or nothing to. */
  public Routes postOptional(String template, Endpoint endpoint) {
    return add(Method.POST, template, Scope.WRITE, BodyKind.OPTIONAL_JSON, endpoint);
  }

  /** A path to post nothing to. */
  public Routes postEmpty(String template, Endpoint endpoint) {
    return add(Method.POST, template, Scope.WRITE, BodyKind.NONE, endpoint);
  }

  /** A path to replace. */
  public Routes put(String template, Endpoint endpoint) {
    return add(Method.PUT, template, Scope.WRITE, BodyKind.JSON, endpoint);
  }

  /** A path to merge a patch into. */
  public Routes patch(String template, Endpoint endpoint) {
    return add(Method.PATCH, template, Scope.WRITE, BodyKind.MERGE_PATCH, endpoint);
  }

  /** A path to delete. */
  public Routes delete(String template, Endpoint endpoint) {
    return add(Method.DELETE, template, Scope.WRITE, BodyKind.NONE, endpoint);
  }

  /** How many routes there are. */
  public int size() {
    return all.size();
  }

  /** The routes, in the order of their numbers. */
  public List<Route> all() {
    return Collections.unmodifiableList(all);
  }

  /** What stands for a request's path, or null if there is nothing. */
  public @Nullable Path find(String path) {
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).matches(path)) {
        return paths.get(i);
      }
    }
    return null;
  }

  private Routes add(
      Method method, String template, Scope scope, BodyKind body, Endpoint endpoint) {
    Path path = null;
    for (Path each : paths) {
      path = each.template.equals(template) ? each : path;
    }
    if (path == null) {
      path = new Path(template);
      paths.add(path);
    }
    Route route = new Route(all.size(), method, template, scope, body, endpoint);
    all.add(route);
    path.add(route);
    return this;
  }
}
