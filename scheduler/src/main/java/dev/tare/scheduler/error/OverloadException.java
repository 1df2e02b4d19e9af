package dev.tare.scheduler.error;

/**
 * Everything works, and there is too much of it: the same call may succeed later. No fault, so a
 * circuit breaker does not count it. What bounds something may have one of its own.
 */
public abstract non-sealed class OverloadException extends SchedulerException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what is full, and what to do. */
  protected OverloadException(String message) {
    super(message, null);
  }

  @Override
  public final boolean isRetryable() {
    return true;
  }
}
