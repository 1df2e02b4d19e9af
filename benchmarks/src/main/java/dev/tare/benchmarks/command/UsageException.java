package dev.tare.benchmarks.command;

import java.io.Serial;

/** A command line that makes no sense; the message says what, and what to do. */
public final class UsageException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1;

  /** With these words for the user. */
  public UsageException(String message) {
    super(message);
  }
}
