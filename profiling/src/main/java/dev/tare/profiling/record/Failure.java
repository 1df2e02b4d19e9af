package dev.tare.profiling.record;

/**
 * A row that gave no figure, and why. Never dropped.
 *
 * @param id the row
 * @param mode the mode in which it failed
 * @param kind whether it is an error of the run
 * @param message one line: what happened
 */
public record Failure(BenchmarkId id, Mode mode, Kind kind, String message) {

  /** What the lack of a figure means. */
  public enum Kind {
    /** An error of the run. */
    ERROR,
    /** A finding: compiled, the row costs now this, now that. */
    NOT_STABLE
  }

  /** An error of the run. */
  public Failure(BenchmarkId id, Mode mode, String message) {
    this(id, mode, Kind.ERROR, message);
  }
}
