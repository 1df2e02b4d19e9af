package dev.tare.scheduler.error;

/**
 * Everything works, and there is too much of it: the same call may succeed later. No fault, so a
 * circuit breaker does not count it.
 */
public abstract sealed class OverloadException extends SchedulerException
    permits QueueFullException {
  private static final long serialVersionUID = 1L;

  OverloadException(String message) {
    super(message, null);
  }

  @Override
  public final boolean isRetryable() {
    return true;
  }
}
