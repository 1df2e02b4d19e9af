package dev.tare.scheduler.model;

/**
 * The states of a run and the changes between them.
 *
 * <p>A repeated status is no change: callers treat it as done already, so a duplicate FAILED never
 * retries twice. Codes are what the database holds and never change their meaning.
 */
public enum RunStatus {
  /** Waiting for a worker. */
  PENDING(0),
  /** Handed out, not yet started. */
  DISPATCHED(1),
  /** Held by a worker under its current attempt. */
  RUNNING(2),
  /** Ended well. */
  COMPLETED(3),
  /** Ended with an error. */
  FAILED(4),
  /** Ended by its time limit. */
  TIMEOUT(5),
  /** Ended by request. */
  CANCELLED(6);

  private static final RunStatus[] BY_CODE = values();

  /** For each status, the set of codes it may change to, as bits. */
  private static final int[] TARGETS = {
    bits(DISPATCHED, RUNNING, FAILED, CANCELLED),
    bits(RUNNING, FAILED, PENDING, CANCELLED),
    bits(COMPLETED, FAILED, TIMEOUT, CANCELLED, PENDING),
    bits(),
    bits(PENDING),
    bits(PENDING),
    bits()
  };

  private final int code;

  RunStatus(int code) {
    this.code = code;
  }

  /** The number that stands for this status in the database, 0–6. */
  public int code() {
    return code;
  }

  /**
   * The status of a code.
   *
   * @throws IllegalArgumentException if no status has that code
   */
  public static RunStatus ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no run status has the code " + code);
    }
    return BY_CODE[code];
  }

  /** Whether a run in this status may change to {@code target}; false for the same status. */
  public boolean canBecome(RunStatus target) {
    return (TARGETS[code] >>> target.code & 1) != 0;
  }

  /** The statuses that can change to this one, as bits: bit n is the status of code n. */
  public int sources() {
    int bits = 0;
    for (RunStatus from : BY_CODE) {
      bits |= (TARGETS[from.code] >>> code & 1) << from.code;
    }
    return bits;
  }

  /** Whether a run in this status is over: a retry starts it again, nothing else does. */
  public boolean isFinished() {
    return code >= COMPLETED.code;
  }

  private static int bits(RunStatus... targets) {
    int bits = 0;
    for (RunStatus target : targets) {
      bits |= 1 << target.code;
    }
    return bits;
  }
}
