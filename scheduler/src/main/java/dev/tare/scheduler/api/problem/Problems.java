package dev.tare.scheduler.api.problem;

import dev.tare.scheduler.auth.token.TokenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.InfrastructureException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.OverloadException;
import dev.tare.scheduler.error.ValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which problem stands for which exception. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "2";

  private Problems() {}

  /**
   * What to answer for a failure. Business errors say themselves what was wrong; of all others the
   * client learns the kind, and the log the rest.
   *
   * @param request what was asked, for the log
   */
  public static Problem of(Throwable failure, Object request) {
    if (failure instanceof ProblemException refused) {
      return refused.problem();
    } else if (failure instanceof NotFoundException) {
      return Problem.of(ProblemKind.NOT_FOUND, said(failure));
    } else if (failure instanceof ConflictException) {
      return Problem.of(ProblemKind.CONFLICT, said(failure));
    } else if (failure instanceof IllegalTransitionException) {
      return Problem.of(ProblemKind.ILLEGAL_TRANSITION, said(failure));
    } else if (failure instanceof ValidationException) {
      return Problem.of(ProblemKind.INVALID, said(failure));
    } else if (failure instanceof TokenException) {
      return unauthorized(said(failure));
    } else if (failure instanceof InfrastructureException) {
      LOG.warn("{} failed: what the scheduler stands on does not answer", request, failure);
      return unavailable("the database failed or could not be reached: try again later");
    }
    if (failure instanceof OverloadException) {
      LOG.warn("{} refused: {}", request, failure.getMessage());
      return unavailable("the scheduler has as much to do as it holds: try again later");
    }
    LOG.error("{} failed", request, failure);
    return Problem.of(
        ProblemKind.INTERNAL, "the scheduler failed; its log says why, and this answer does not");
  }

  /** Something does not answer now; try again in some seconds. */
  public static Problem unavailable(String detail) {
    return Problem.of(ProblemKind.UNAVAILABLE, detail).with("Retry-After", RETRY_SECONDS);
  }

  /** A token is refused. */
  public static Problem unauthorized(String detail) {
    return Problem.of(ProblemKind.UNAUTHORIZED, detail)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"tare\", error=\"invalid_token\", error_description=\"" + detail + '"');
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? "" : message;
  }
}
