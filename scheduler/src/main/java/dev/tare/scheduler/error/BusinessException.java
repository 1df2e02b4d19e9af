package dev.tare.scheduler.error;

/** The call was understood and the answer is no; nothing is broken. Never retryable as it is. */
public abstract sealed class BusinessException extends SchedulerException
    permits NotFoundException,
        ConflictException,
        IllegalTransitionException,
        MessageFormatException,
        ValidationException {
  private static final long serialVersionUID = 1L;

  BusinessException(String message) {
    super(message, null);
  }

  @Override
  public final boolean isRetryable() {
    return false;
  }
}
