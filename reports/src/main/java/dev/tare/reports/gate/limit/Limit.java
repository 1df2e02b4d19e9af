package dev.tare.reports.gate.limit;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What some figures may cost.
 *
 * @param rows what a row's name and parameters must contain a match of
 * @param mode how the figure is taken; empty for either
 * @param metric what is counted
 * @param value the greatest figure, or the percent of its baseline that it may be above or below
 * @param relative whether it is such a percentage
 * @param text as it was written, for the verdict
 */
public record Limit(
    Pattern rows, Optional<Mode> mode, Metric metric, double value, boolean relative, String text) {
  private static final Pattern FORM = Pattern.compile(
      "(?:(.+):)?(?:(written|steady) )?(\\w+)<=(?:(\\d+(?:\\.\\d+)?)" + "|\\+(\\d+(?:\\.\\d+)?)%)");
  private static final Pattern ANY = Pattern.compile("");
  private static final double PERCENT = 100;

  /**
   * Reads {@code [REGEX:][MODE ]METRIC<=VALUE}, with a value such as {@code 100} or {@code +2%}.
   *
   * @throws IllegalArgumentException if it is none, with the reason
   */
  public static Limit of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no limit; write"
          + " [REGEX:][MODE ]METRIC<=VALUE, such as 'Parser:bytes<=100' or 'steady bytes<=+2%'");
    }
    Metric metric = Stream.of(Metric.values())
        .filter(each -> each != Metric.TIME && each.label().equals(form.group(3)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "'" + form.group(3) + "' is no metric with limits, in '" + text + "'"));
    Optional<Mode> mode = Stream.of(Mode.values())
        .filter(each -> each.label().equals(form.group(2)))
        .findFirst();
    boolean relative = form.group(5) != null;
    double value = Double.parseDouble(relative ? form.group(5) : form.group(4));
    Pattern rows = form.group(1) == null ? ANY : Pattern.compile(form.group(1));
    return new Limit(rows, mode, metric, value, relative, text);
  }

  /** Whether it is one for this figure. */
  boolean isFor(BenchmarkId id, Mode itsMode, Metric itsMetric) {
    return metric == itsMetric
        && mode.filter(each -> each != itsMode).isEmpty()
        && rows.matcher(id.toString()).find();
  }

  /** The greatest figure that passes, of one with this bound in the baseline. */
  double above(double bound) {
    return relative ? bound * (1 + value / PERCENT) : value;
  }

  /** The least that is no improvement; anything, of an absolute limit. */
  double below(double bound) {
    return relative ? Math.max(0, bound * (1 - value / PERCENT)) : 0;
  }
}
