package dev.tare.scheduler.error;

import dev.tare.scheduler.model.RunStatus;

/** A run's status does not allow the change. */
public final class IllegalTransitionException extends BusinessException {
  private static final long serialVersionUID = 1L;

  private final RunStatus from;
  private final RunStatus to;

  /** Run {@code runId} is {@code from} and can not become {@code to}. */
  public IllegalTransitionException(long runId, RunStatus from, RunStatus to) {
    super("run " + runId + " is " + from + " and can not become " + to);
    this.from = from;
    this.to = to;
  }

  /** The status that the run has. */
  public RunStatus from() {
    return from;
  }

  /** The status that was asked for. */
  public RunStatus to() {
    return to;
  }
}
