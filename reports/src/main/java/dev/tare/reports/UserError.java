package dev.tare.reports;

/**
 * A failure that the user can act on. The message is one line: what was wrong, where, and what to
 * do; the command prints it without a stack trace and ends with the exit code.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** An error that ends the command with {@code exitCode}. */
  public UserError(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** As above, with the technical cause, shown on {@code --stacktrace} only. */
  public UserError(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
