package dev.tare.reports.copies;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.render.FigureText;

/**
 * A sum of figures; exact if all of them are.
 *
 * @param value the sum of the figures
 * @param low the sum of their least determinations
 * @param high the sum of their greatest
 */
record Sum(double value, double low, double high) {
  static final Sum ZERO = new Sum(0, 0, 0);

  static Sum of(Measurement figure) {
    return new Sum(figure.value(), figure.low(), figure.high());
  }

  Sum plus(Sum other) {
    return new Sum(value + other.value, low + other.low, high + other.high);
  }

  /** As a table shows it, a range where it varies. */
  String text() {
    return low == high
        ? FigureText.number(value)
        : FigureText.number(low) + ".." + FigureText.number(high);
  }
}
