package dev.tare.profiling.record;

/** How a figure was taken; figures of different modes are never compared with each other. */
public enum Mode {
  /** Interpreted, two batch sizes, floor cancelled: what the bytecode asks for, exactly. */
  WRITTEN("written"),
  /** Compiled by C2, repeated until stable: what the heap sees after escape analysis. */
  STEADY("steady"),
  /** By JMH's own forks, with a clock: time alone, which is reported and never gated. */
  TIMED("timed");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  /** The name in files and on the command line, lower case. */
  public String label() {
    return label;
  }
}
