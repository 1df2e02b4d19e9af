package dev.tare.reports.gate;

/**
 * How far a figure may lie outside its baseline's range.
 *
 * @param fraction of the bound, such as 0.05
 * @param units at least this many, so that a bound near zero has room too
 */
public record Tolerance(double fraction, double units) {
  /** None at all: equal or not. */
  public static final Tolerance ZERO = new Tolerance(0, 0);

  double above(double bound) {
    return bound + room(bound);
  }

  double below(double bound) {
    return Math.max(0, bound - room(bound));
  }

  private double room(double bound) {
    return Math.max(bound * fraction, units);
  }
}
