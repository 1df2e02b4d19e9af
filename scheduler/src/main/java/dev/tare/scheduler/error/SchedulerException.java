package dev.tare.scheduler.error;

import org.jspecify.annotations.Nullable;

/** An error of the scheduler; its kinds tell an answer, a fault and too much load apart. */
public abstract sealed class SchedulerException extends RuntimeException
    permits BusinessException, InfrastructureException, OverloadException {
  private static final long serialVersionUID = 1L;

  SchedulerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Whether the same call may succeed when it is made again later. */
  public abstract boolean isRetryable();
}
