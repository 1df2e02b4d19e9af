package dev.tare.reports.page.chart;

/** Round numbers for axes. */
final class Scale {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final double HUNDREDTHS = 100;

  private Scale() {}

  /** The least of 1, 2, 4, 8 times a power of ten that is no less, so that quarters are round. */
  static double above(double value) {
    double nice = Math.pow(10, Math.floor(Math.log10(Math.max(value, 0.01))));
    while (nice < value) {
      nice *= 2;
    }
    return nice;
  }

  /** A round step that divides {@code length} into no more than so many parts. */
  static double step(double length, int parts) {
    double least = length / parts;
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-6))));
    for (double factor : ROUND) {
      if (power * factor >= least) {
        return power * factor;
      }
    }
    return power * 10;
  }

  static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }
}
