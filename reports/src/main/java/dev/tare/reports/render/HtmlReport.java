package dev.tare.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as one page: no script, no font, no image, nothing loaded from anywhere.
 *
 * <p>The templates are compiled in the build and escape every value for the place where it stands;
 * the page also forbids itself, by its content policy, to load or run anything.
 */
public final class HtmlReport {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  /** The whole page. */
  public static String render(Report report) {
    StringOutput page = new StringOutput();
    ENGINE.render("report.jte", report, page);
    return page.toString();
  }

  /** A fraction of 0 to 1 as the percentage of a style attribute. */
  public static String width(double fraction) {
    return BigDecimal.valueOf(fraction * 100).setScale(2, RoundingMode.HALF_UP).toPlainString();
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

  /** The style class of a verdict cell. */
  public static String chip(String verdict) {
    return verdict.equals(Rows.UNJUDGED) ? "chip none" : "chip " + verdict;
  }
}
