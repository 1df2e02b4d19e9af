package dev.tare.scheduler.error;

/**
 * A circuit breaker did not let the call through; nothing was called.
 *
 * <p>Has no stack trace: refusing is cheap on purpose, and happens at the rate at which callers
 * try.
 */
public final class CircuitOpenException extends InfrastructureException {
  private static final long serialVersionUID = 1L;

  private final String breaker;
  private final long retryAfterMillis;

  /** Of the breaker of that name, which lets a call through in so many milliseconds, 0: unknown. */
  public CircuitOpenException(String breaker, long retryAfterMillis) {
    super("", null);
    this.breaker = breaker;
    this.retryAfterMillis = retryAfterMillis;
  }

  /** Which breaker refused. */
  public String breaker() {
    return breaker;
  }

  /**
   * After how long a call may be let through at the earliest, in milliseconds; 0 if that depends on
   * the probes under way, or on whoever holds the breaker open.
   */
  public long retryAfterMillis() {
    return retryAfterMillis;
  }

  @Override
  public boolean isRetryable() {
    return true;
  }

  @Override
  public String getMessage() {
    return retryAfterMillis > 0
        ? "circuit breaker " + breaker + " is open: try again in " + retryAfterMillis + " ms"
        : "circuit breaker " + breaker + " is open until its probes succeed, or somebody closes it";
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing is written
  public Throwable fillInStackTrace() {
    return this;
  }
}
