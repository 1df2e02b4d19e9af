package dev.tare.reports.history;

import dev.tare.reports.Decimal;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Trends in words: one paragraph an environment, what changed last first. */
public final class TrendText {
  private static final int MOST_SERIES = 20;
  private static final int MOST_CHANGES = 5;

  private TrendText() {}

  /** For a terminal. */
  public static String text(List<Trend> trends) {
    StringBuilder text = new StringBuilder();
    for (Trend trend : trends) {
      text.append(headline(trend)).append('\n');
      List<Series> changed = trend.changed();
      for (Series series : changed.subList(0, Math.min(MOST_SERIES, changed.size()))) {
        text.append("  ").append(name(series)).append('\n');
        for (Change change : latest(series)) {
          text.append("    ").append(sentence(change)).append('\n');
        }
      }
      if (changed.size() > MOST_SERIES) {
        text.append("  … and ").append(changed.size() - MOST_SERIES).append(" more\n");
      }
    }
    return trends.isEmpty() ? "no run yet\n" : text.toString();
  }

  /** Tables for a summary page. */
  public static String markdown(List<Trend> trends) {
    StringBuilder text = new StringBuilder();
    for (Trend trend : trends) {
      text.append("### ").append(MarkdownReport.escape(headline(trend))).append("\n\n");
      List<Series> changed = trend.changed();
      if (!changed.isEmpty()) {
        text.append("| figure | changes, the latest first |\n|---|---|\n");
        for (Series series : changed.subList(0, Math.min(MOST_SERIES, changed.size()))) {
          text.append("| ").append(MarkdownReport.escape(name(series))).append(" | ");
          text.append(String.join(
              "<br>",
              latest(series).stream()
                  .map(change -> MarkdownReport.escape(sentence(change)))
                  .toList()));
          text.append(" |\n");
        }
        text.append('\n');
      }
    }
    return trends.isEmpty() ? "no run yet\n" : text.toString();
  }

  /** How many runs and figures there are, and how many of those changed. */
  public static String headline(Trend trend) {
    List<String> commits = trend.commits();
    return trend.key() + ": " + trend.changed().size() + " of " + trend.series().size()
        + " figures changed in " + Wording.count(commits.size(), "run") + ", "
        + Wording.clean(commits.get(0)) + " to "
        + Wording.clean(commits.get(commits.size() - 1));
  }

  /** What a series is of, and whether it varies or is gone. */
  public static String name(Series series) {
    return Wording.clean(series.figure().toString())
        + (series.exact() ? "" : " (varying)")
        + (series.present() ? "" : " (gone)");
  }

  /** What became of the figure, and where. */
  public static String sentence(Change change) {
    return figure(change.before()) + " → " + figure(change.after()) + percent(change) + " at "
        + Wording.clean(change.commit());
  }

  /** A figure without noise digits. */
  public static String figure(double value) {
    return Decimal.exact(
            BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue())
        .toPlainString();
  }

  private static String percent(Change change) {
    if (change.before() == 0) {
      return "";
    }
    double percent = 100 * (change.after() - change.before()) / change.before();
    String text = BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP).toPlainString();
    return " (" + (percent > 0 ? "+" : "") + text + " %)";
  }

  /** The latest changes, the latest first. */
  private static List<Change> latest(Series series) {
    List<Change> changes = series.changes();
    return changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()).stream()
        .sorted((a, b) -> Integer.compare(b.at(), a.at()))
        .toList();
  }
}
