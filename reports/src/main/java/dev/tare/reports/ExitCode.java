package dev.tare.reports;

/** How {@code tare} ends; scripts may rely on the numbers. */
public enum ExitCode {
  /** Every figure is within its limit. */
  OK(0),
  /** Something could not be measured, read or written. */
  ERROR(1),
  /** The command line makes no sense. */
  USAGE(2),
  /** A figure is above its limit. */
  REGRESSION(3),
  /** A figure is below its baseline, and nobody claimed it. */
  IMPROVEMENT(4),
  /** A figure has no baseline to be judged by. */
  BASELINE_MISSING(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }
}
