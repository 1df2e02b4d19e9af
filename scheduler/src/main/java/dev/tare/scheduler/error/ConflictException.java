package dev.tare.scheduler.error;

/** What the call would make exists already. */
public final class ConflictException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /** With a message that names what exists. */
  public ConflictException(String message) {
    super(message);
  }
}
