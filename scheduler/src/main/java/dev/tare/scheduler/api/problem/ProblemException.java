package dev.tare.scheduler.api.problem;

/**
 * A request is refused. Without a stack trace: bad requests are a client's fault, and a flood of
 * them shall be cheap.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
