package dev.tare.scheduler.breaker;

/** Whether a breaker lets calls through. */
public enum BreakerState {
  /** Every call is let through; consecutive failures are counted. */
  CLOSED(0),
  /** Every call is refused until the wait is over. */
  OPEN(1),
  /** A few calls are let through, as probes; how they end decides. */
  HALF_OPEN(2),
  /** Every call is refused until the breaker is closed by request. */
  FORCED_OPEN(3);

  private static final BreakerState[] BY_CODE = values();

  /** Two bits in the breaker's word. */
  final int code;

  BreakerState(int code) {
    this.code = code;
  }

  static BreakerState ofCode(int code) {
    return BY_CODE[code];
  }
}
