package dev.tare.scheduler.auth.key;

/** A key file's text is not a key ring; the message says what is wrong and quotes none of it. */
final class MalformedKeysException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedKeysException(String message) {
    super(message);
  }
}
