package dev.tare.reports.page.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A chart as a figure of a page, with its words and its legend. */
abstract class Drawing {
  private final String title;

  Drawing(String title) {
    this.title = title;
  }

  /** The drawing at one size. */
  abstract String svg(Size size);

  /** The lines that need a legend. */
  abstract List<Line> lines();

  final String title() {
    return title;
  }

  /** The figure as HTML, its texts escaped. */
  public final String html() {
    StringBuilder html = new StringBuilder("<figure class=\"chart\"><figcaption>");
    html.append("<b>").append(Svg.escape(title)).append("</b>");
    Set<String> keys = new LinkedHashSet<>();
    for (Line line : lines()) {
      keys.add("<span class=\"key " + line.style() + "\">" + Svg.escape(line.name()) + "</span>");
    }
    keys.forEach(html::append);
    html.append("</figcaption>").append(svg(Size.WIDE)).append(svg(Size.NARROW));
    return html.append("</figure>").toString();
  }
}
