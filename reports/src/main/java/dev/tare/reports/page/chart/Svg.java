package dev.tare.reports.page.chart;

import java.util.List;

/** A drawing in the making. Texts are escaped; styles are classes of the page's style sheet. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /** A drawing of this size that is called {@code label} where it can not be seen. */
  Svg(Size size, int height, String label) {
    text.append("<svg class=\"").append(size.style()).append("\" viewBox=\"0 0 ");
    text.append(size.width()).append(' ').append(height).append("\" role=\"img\" aria-label=\"");
    text.append(escape(label)).append("\">");
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    open("line", style);
    attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
    text.append("/>");
    return this;
  }

  /** A line through all of these. */
  Svg polyline(String style, List<Point> points) {
    open("polyline", style);
    text.append(" points=\"");
    String gap = "";
    for (Point point : points) {
      text.append(gap).append(rounded(point.x())).append(',').append(rounded(point.y()));
      gap = " ";
    }
    text.append("\"/>");
    return this;
  }

  Svg rect(String style, double x, double y, double width, double height, String title) {
    open("rect", style);
    attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
    return titled("rect", title);
  }

  Svg dot(String style, double x, double y, double radius, String title) {
    open("circle", style);
    attribute("cx", x).attribute("cy", y).attribute("r", radius);
    return titled("circle", title);
  }

  /** Words at a place; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
  Svg words(String style, double x, double y, String anchor, String words) {
    open("text", style);
    attribute("x", x).attribute("y", y);
    text.append(" text-anchor=\"").append(anchor).append("\">");
    text.append(escape(words)).append("</text>");
    return this;
  }

  /** The whole drawing. */
  String end() {
    return text.append("</svg>").toString();
  }

  private void open(String element, String style) {
    text.append('<').append(element);
    if (!style.isEmpty()) {
      text.append(" class=\"").append(style).append('"');
    }
  }

  private Svg attribute(String name, double value) {
    text.append(' ').append(name).append("=\"").append(rounded(value)).append('"');
    return this;
  }

  private Svg titled(String element, String title) {
    if (title.isEmpty()) {
      text.append("/>");
    } else {
      text.append("><title>").append(escape(title)).append("</title></").append(element);
      text.append('>');
    }
    return this;
  }

  /** Tenths are finer than a screen. */
  private static String rounded(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  /** Text as a page or an attribute may hold it. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
