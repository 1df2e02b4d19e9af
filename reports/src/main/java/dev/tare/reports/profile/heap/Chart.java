package dev.tare.reports.profile.heap;

import java.util.ArrayList;
import java.util.List;

/** Lines of bytes over time as a drawing: no script, and it scales to the page. */
final class Chart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 16;
  private static final int BOTTOM = 34;
  private static final int TICKS = 4;
  private static final double MEGA = 1024 * 1024;

  private final String title;
  private final List<Line> lines = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  /** One line; {@code style} is its class in the page's style sheet. */
  private record Line(String style, List<long[]> points) {}

  private record Mark(String style, long millis, long bytes, String text) {}

  Chart(String title) {
    this.title = title;
  }

  /** Adds a line through points of milliseconds and bytes. */
  void line(String style, List<long[]> points) {
    if (!points.isEmpty()) {
      lines.add(new Line(style, points));
    }
  }

  /** Adds a point with words beside it. */
  void mark(String style, long millis, long bytes, String text) {
    marks.add(new Mark(style, millis, bytes, text));
  }

  String svg() {
    long lastMillis = Math.max(1, most(0));
    long mostBytes = Math.max(1, most(1));
    double top = niceMegabytes(mostBytes / MEGA) * MEGA;
    StringBuilder svg = new StringBuilder("<figure><figcaption>")
        .append(HeapPage.escape(title))
        .append("</figcaption><svg viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\" role=\"img\" aria-label=\"")
        .append(HeapPage.escape(title))
        .append("\">");
    for (int i = 0; i <= TICKS; i++) {
      double y = y(top * i / TICKS, top);
      double x = x((double) lastMillis * i / TICKS, lastMillis);
      svg.append("<line class=\"grid\" x1=\"").append(LEFT).append("\" x2=\"");
      svg.append(WIDTH - RIGHT).append("\" y1=\"").append(y).append("\" y2=\"").append(y);
      svg.append("\"/>");
      text(svg, LEFT - 8, y + 4, "end", HeapText.megabytes(Math.round(top * i / TICKS)) + " MB");
      text(svg, x, HEIGHT - 10, "middle", HeapText.seconds(lastMillis * i / TICKS) + " s");
    }
    for (Line line : lines) {
      svg.append("<polyline class=\"").append(line.style()).append("\" points=\"");
      for (long[] point : line.points()) {
        svg.append(x((double) point[0], lastMillis))
            .append(',')
            .append(y((double) point[1], top))
            .append(' ');
      }
      svg.append("\"/>");
    }
    for (Mark mark : marks) {
      double x = x((double) mark.millis(), lastMillis);
      double y = y((double) mark.bytes(), top);
      svg.append("<circle class=\"")
          .append(mark.style())
          .append("\" r=\"5\" cx=\"")
          .append(x);
      svg.append("\" cy=\"").append(y).append("\"/>");
      boolean left = x > WIDTH / 2.0;
      text(
          svg,
          left ? x - 10 : x + 10,
          Math.max(TOP + 4, y - 8),
          left ? "end" : "start",
          mark.text());
    }
    return svg.append("</svg></figure>\n").toString();
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append("<text x=\"").append(rounded(x)).append("\" y=\"").append(rounded(y));
    svg.append("\" text-anchor=\"").append(anchor).append("\">");
    svg.append(HeapPage.escape(text)).append("</text>");
  }

  private long most(int coordinate) {
    long most = 0;
    for (Line line : lines) {
      for (long[] point : line.points()) {
        most = Math.max(most, point[coordinate]);
      }
    }
    return most;
  }

  /** The least of 1, 2, 4, 8 times a power of ten that is no less, so that ticks are round. */
  private static double niceMegabytes(double megabytes) {
    double nice = Math.pow(10, Math.floor(Math.log10(Math.max(megabytes, 0.01))));
    while (nice < megabytes) {
      nice *= 2;
    }
    return nice;
  }

  private static double x(double millis, long last) {
    return rounded(LEFT + millis / last * (WIDTH - LEFT - RIGHT));
  }

  private static double y(double bytes, double top) {
    return rounded(HEIGHT - BOTTOM - bytes / top * (HEIGHT - TOP - BOTTOM));
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
