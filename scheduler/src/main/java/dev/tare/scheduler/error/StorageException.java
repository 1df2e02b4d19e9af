package dev.tare.scheduler.error;

/** The database failed or could not be reached. */
public final class StorageException extends InfrastructureException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  /** With a message that names the operation, and the driver's exception. */
  public StorageException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }
}
