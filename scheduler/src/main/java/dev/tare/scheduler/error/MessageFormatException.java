package dev.tare.scheduler.error;

/** Bytes that should be a message are none. */
public final class MessageFormatException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what does not fit. */
  public MessageFormatException(String message) {
    super(message);
  }
}
