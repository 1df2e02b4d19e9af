package dev.tare.reports;

import java.math.BigDecimal;

/** Figures as text without an exponent: 24 rather than 24.0, and every bit of 27.36. */
public final class Decimal {
  private Decimal() {}

  /** The shortest plain decimal that {@link #parse} turns into the same value. */
  public static String text(double value) {
    return exact(value).toPlainString();
  }

  /** The same decimal as a number, with no zeros after the point. */
  public static BigDecimal exact(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  /**
   * Reads digits with at most one point.
   *
   * @throws IllegalArgumentException if the text is anything else: a sign, an exponent, NaN
   */
  public static double parse(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      if (c == '.' && inside && points == 0) {
        points++;
      } else if (c < '0' || c > '9') {
        throw new IllegalArgumentException("'" + text + "' is no figure");
      }
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a figure is missing");
    }
    return Double.parseDouble(text);
  }
}
