package dev.tare.benchmarks.api;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.auth.token.TokenService;
import dev.tare.scheduler.auth.token.VerifiedToken;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: who sent a request.
 *
 * <p>Its copies: the token trimmed and cut out of the header, and the scopes copied before one is
 * looked for, which is what a claims object that hands out its own set asks for.
 */
final class CopyingAuthenticator {
  private static final String SCHEME = "Bearer ";

  private final TokenService tokens;

  CopyingAuthenticator(TokenService tokens) {
    this.tokens = tokens;
  }

  VerifiedToken admit(@Nullable String header, Scope scope) {
    String token = Optional.ofNullable(header)
        .map(String::trim)
        .filter(text -> text.startsWith(SCHEME))
        .map(text -> text.substring(SCHEME.length()).trim())
        .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHORIZED, "send a token").asException());
    VerifiedToken verified = tokens.verify(token);
    Set<String> scopes = new HashSet<>(verified.scopes());
    if (!scopes.contains(scope.word())) {
      throw Problem.of(ProblemKind.FORBIDDEN, "the token does not allow " + scope.word())
          .asException();
    }
    return verified;
  }
}
