package dev.tare.scheduler.error;

import org.jspecify.annotations.Nullable;

/** Something that the scheduler stands on failed. */
public abstract sealed class InfrastructureException extends SchedulerException
    permits CircuitOpenException, StorageException {
  private static final long serialVersionUID = 1L;

  InfrastructureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
