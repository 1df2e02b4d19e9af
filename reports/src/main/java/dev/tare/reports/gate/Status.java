package dev.tare.reports.gate;

import dev.tare.reports.ExitCode;

/**
 * What the gate says of one figure, from the best to the worst: of several, the worst decides how
 * the command ends.
 */
public enum Status {
  /** Within its limit. */
  OK("ok", ExitCode.OK),
  /** Without one figure, since compiled it costs now this, now that; told, and no error. */
  UNSTABLE("unstable", ExitCode.OK),
  /** Above a soft limit, and in order otherwise; told, and no error. */
  WARNING("warning", ExitCode.OK),
  /** Below its baseline: to be claimed, so that it cannot be lost again unseen. */
  IMPROVEMENT("improvement", ExitCode.IMPROVEMENT),
  /** Measured, and without a baseline line to be judged by. */
  MISSING("missing", ExitCode.BASELINE_MISSING),
  /** Above its limit. */
  REGRESSION("regression", ExitCode.REGRESSION),
  /** In the baseline and in the selection, and not measured. */
  VANISHED("vanished", ExitCode.ERROR),
  /** Its row gave no figure. */
  FAILED("failed", ExitCode.ERROR);

  private final String label;
  private final ExitCode exitCode;

  Status(String label, ExitCode exitCode) {
    this.label = label;
    this.exitCode = exitCode;
  }

  /** The name in files, lower case. */
  public String label() {
    return label;
  }

  /** How the command ends if this is the worst of all. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
