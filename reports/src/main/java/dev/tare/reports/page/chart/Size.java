package dev.tare.reports.page.chart;

/**
 * How large a drawing is, and how much of it is margin.
 *
 * @param style its class in the style sheet, which shows it on its kind of screen
 * @param width of all of it
 * @param height of a chart
 * @param left room for the words of the vertical axis
 * @param ticks how many marks the horizontal axis has room for
 */
record Size(String style, int width, int height, int left, int ticks) {
  static final Size WIDE = new Size("wide", 1000, 300, 76, 6);
  static final Size NARROW = new Size("narrow", 354, 240, 58, 3);

  static final int RIGHT = 14;
  static final int TOP = 14;
  static final int BOTTOM = 30;

  boolean isWide() {
    return equals(WIDE);
  }

  /** The horizontal place of a fraction of the axis. */
  double x(double fraction) {
    return left + fraction * (width - left - RIGHT);
  }

  /** The vertical place of a fraction of the axis, from below. */
  double y(double fraction) {
    return height - BOTTOM - fraction * (height - TOP - BOTTOM);
  }
}
