package dev.tare.reports.render;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.gate.Pair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures for people: grouped digits, two decimals at most, a range where a figure varies. */
public final class FigureText {
  /** What stands where there is no figure. */
  public static final String NONE = "–";

  private FigureText() {}

  /** {@code 1,872} where exact, {@code 26.5..28.25} where varying; of time {@code 812.3 ± 9.1}. */
  public static String of(Measurement figure) {
    if (figure.metric() == Metric.TIME) {
      return number(figure.value()) + " ± " + number(figure.high() - figure.value());
    }
    return figure.isExact()
        ? number(figure.value())
        : number(figure.low()) + ".." + number(figure.high());
  }

  /** The same for a sentence, where a limit may be close: four decimals, digits not grouped. */
  static String precise(Measurement figure) {
    return figure.isExact()
        ? precise(figure.value())
        : precise(figure.low()) + ".." + precise(figure.high());
  }

  static String precise(double value) {
    return format("0.####", BigDecimal.valueOf(value), RoundingMode.HALF_UP);
  }

  /** Grouped digits, two decimals at most. */
  public static String number(double value) {
    return format("#,##0.##", BigDecimal.valueOf(value), RoundingMode.HALF_UP);
  }

  /** What the lean variant saves, in percent; of time with what the error leaves possible. */
  public static String reduction(Pair pair) {
    String percent = percent(pair.reduction());
    if (pair.metric() != Metric.TIME || pair.reduction() == null) {
      return percent;
    }
    return percent + " (" + percent(pair.leastReduction()).replace(" %", "") + ".."
        + percent(pair.greatestReduction()).replace(" %", "") + ')';
  }

  /** A fraction as percent, {@code 96.2 %}; rounded down, so that 100 means all of it. */
  public static String percent(@Nullable Double fraction) {
    if (fraction == null) {
      return NONE;
    }
    BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2);
    BigDecimal shown = percent.setScale(1, RoundingMode.DOWN); // which knows no negative zero
    return format("#,##0.0", shown, RoundingMode.UNNECESSARY) + " %";
  }

  private static String format(String pattern, BigDecimal value, RoundingMode rounding) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(rounding);
    return format.format(value);
  }
}
