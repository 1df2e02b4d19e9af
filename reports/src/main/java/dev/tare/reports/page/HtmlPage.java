package dev.tare.reports.page;

import static java.util.stream.Collectors.joining;

import dev.tare.reports.Decimal;
import dev.tare.reports.render.Rows;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages as text: one file each that loads nothing, and runs what {@link Assets} has alone.
 *
 * <p>The templates are compiled in the build and escape every value for the place where it stands.
 */
public final class HtmlPage {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlPage() {}

  /** The whole report. */
  public static String render(Page page) {
    return render("report.jte", page);
  }

  /** What one of the templates makes of its only parameter. */
  public static String render(String template, Object parameter) {
    StringOutput text = new StringOutput();
    ENGINE.render(template, parameter, text);
    return text.toString();
  }

  /** A fraction of 0 to 1 as a length in a drawing that is 100 wide. */
  public static String width(double fraction) {
    return BigDecimal.valueOf(Math.min(1, fraction) * 100)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Numbers for a script, with a space between two. */
  static String numbers(List<Double> values) {
    return values.stream().map(value -> Decimal.exact(value).toString()).collect(joining(" "));
  }

  /** A long name in the pieces between which a narrow screen may break it. */
  public static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < name.length(); i++) {
      if (".[,".indexOf(name.charAt(i)) >= 0) {
        parts.add(name.substring(start, i));
        start = i;
      }
    }
    parts.add(name.substring(start));
    return parts;
  }

  /** The style class of a verdict. */
  public static String chip(String verdict) {
    return verdict.equals(Rows.UNJUDGED) ? "chip none" : "chip " + verdict;
  }
}
