package dev.tare.reports.history;

import dev.tare.reports.page.HtmlPage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Trends as one page. */
public final class TrendPage {
  /** The width of a chart, in its own units. */
  public static final int WIDTH = 320;

  /** Its height. */
  public static final int HEIGHT = 48;

  private static final int MARGIN = 4;

  private TrendPage() {}

  /** The whole page. */
  public static String render(List<Trend> trends) {
    return HtmlPage.render("history.jte", trends);
  }

  /**
   * The line of a series as the commands of an SVG path; steps, since a figure holds until then.
   */
  public static String path(Series series) {
    StringBuilder path = new StringBuilder();
    double least = series.least();
    double most = series.most();
    double last = Double.NaN;
    for (int run = 0; run < series.length(); run++) {
      double value = series.at(run);
      if (Double.isNaN(value)) {
        if (!Double.isNaN(last)) {
          path.append('H').append(x(series, run));
        }
      } else if (Double.isNaN(last)) {
        path.append('M').append(x(series, run)).append(' ').append(y(least, most, value));
      } else if (value != last) {
        path.append('H').append(x(series, run)).append('V').append(y(least, most, value));
      }
      last = value;
    }
    if (!Double.isNaN(last)) {
      path.append('H').append(WIDTH - MARGIN);
    }
    return path.toString();
  }

  /** Where a change stands from the left. */
  public static String x(Series series, Change change) {
    return x(series, change.at());
  }

  /** Where the figure after a change stands from above. */
  public static String y(Series series, Change change) {
    return y(series.least(), series.most(), series.at(change.at()));
  }

  private static String x(Series series, int run) {
    return place(run / (double) Math.max(1, series.length() - 1), WIDTH);
  }

  private static String y(double least, double most, double value) {
    return place(most == least ? 0.5 : (most - value) / (most - least), HEIGHT);
  }

  private static String place(double fraction, int size) {
    return BigDecimal.valueOf(MARGIN + fraction * (size - 2 * MARGIN))
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
