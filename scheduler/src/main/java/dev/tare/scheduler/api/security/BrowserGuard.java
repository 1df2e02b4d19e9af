package dev.tare.scheduler.api.security;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages away from an API that asks for no token. A page that a user looks at can send
 * requests to loopback, and by a name that it lets point there (DNS rebinding) even read the
 * answers; but it can not choose the headers Host and Origin.
 */
public final class BrowserGuard {

  private BrowserGuard() {}

  /**
   * Refuses what a page of another site sends.
   *
   * @param host the Host header
   * @param origin the Origin header, which browsers send with all that may change something
   * @throws dev.tare.scheduler.api.problem.ProblemException if a page of elsewhere may have sent it
   */
  public static void check(@Nullable String host, @Nullable String origin) {
    if (host != null && !isLoopback(host)) {
      throw Problem.of(
              ProblemKind.FORBIDDEN,
              "this API asks for no token and answers to loopback names alone: call it by"
                  + " 127.0.0.1, [::1] or localhost, or configure authentication")
          .asException();
    }
    if (origin != null && (host == null || !isOf(origin, host))) {
      throw Problem.of(
              ProblemKind.FORBIDDEN,
              "this API asks for no token and takes nothing from pages of other sites:"
                  + " configure authentication")
          .asException();
    }
  }

  /** Whether a host is a loopback name or address, with or without a port. */
  private static boolean isLoopback(String host) {
    int colon = host.lastIndexOf(':');
    int end = colon > host.lastIndexOf(']') ? colon : host.length();
    return is("localhost", host, end) || is("[::1]", host, end) || isOf127(host, end);
  }

  private static boolean is(String name, String host, int end) {
    return end == name.length() && host.regionMatches(true, 0, name, 0, end);
  }

  /** An address and not a name that begins like one. */
  private static boolean isOf127(String host, int end) {
    if (!host.startsWith("127.")) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = host.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Whether an origin is the one that a host's own pages have. */
  private static boolean isOf(String origin, String host) {
    int scheme = origin.indexOf("://");
    return scheme > 0
        && origin.length() == scheme + 3 + host.length()
        && origin.regionMatches(true, scheme + 3, host, 0, host.length());
  }
}
