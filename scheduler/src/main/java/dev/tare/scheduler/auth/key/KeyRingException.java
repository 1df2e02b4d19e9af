package dev.tare.scheduler.auth.key;

/** The key ring cannot be read or written. The message names the file and never what is in it. */
public final class KeyRingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyRingException(String message) {
    super(message);
  }

  KeyRingException(String message, Throwable cause) {
    super(message, cause);
  }
}
