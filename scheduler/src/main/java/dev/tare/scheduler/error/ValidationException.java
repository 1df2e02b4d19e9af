package dev.tare.scheduler.error;

/** A value is outside of what it may be. */
public final class ValidationException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the field, what it was, and what it may be. */
  public ValidationException(String message) {
    super(message);
  }
}
