package dev.tare.scheduler.api.security;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.auth.token.TokenService;
import dev.tare.scheduler.auth.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Bearer} headers (RFC 6750). Thread-safe. */
public final class Authenticator {
  private static final String SCHEME = "Bearer ";
  private static final Problem MISSING = Problem.of(
          ProblemKind.UNAUTHORIZED, "send a token in the header Authorization: Bearer TOKEN")
      .with("WWW-Authenticate", "Bearer realm=\"tare\"");

  private final TokenService tokens;

  /** Asks this service who holds a token. */
  public Authenticator(TokenService tokens) {
    this.tokens = tokens;
  }

  /**
   * Who sent a request.
   *
   * @param header its {@code Authorization} header
   * @throws dev.tare.scheduler.api.problem.ProblemException if there is no token
   * @throws dev.tare.scheduler.auth.token.TokenException if it is refused
   */
  public VerifiedToken authenticate(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw MISSING.asException();
    }
    int from = SCHEME.length();
    int to = header.length();
    while (from < to && header.charAt(from) == ' ') {
      from++;
    }
    while (from < to && header.charAt(to - 1) == ' ') {
      to--;
    }
    return tokens.verify(header, from, to);
  }

  /**
   * Refuses who may not do what a scope names.
   *
   * @throws dev.tare.scheduler.api.problem.ProblemException if the token does not allow it
   */
  public static void authorize(VerifiedToken token, Scope scope) {
    if (scope != Scope.NONE && !token.allows(scope.word())) {
      throw Problem.of(
              ProblemKind.FORBIDDEN,
              "the token does not allow " + scope.word() + ": ask for one with that scope")
          .with(
              "WWW-Authenticate",
              "Bearer realm=\"tare\", error=\"insufficient_scope\", scope=\"" + scope.word() + '"')
          .asException();
    }
  }
}
