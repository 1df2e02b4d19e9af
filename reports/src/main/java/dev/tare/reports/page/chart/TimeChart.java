package dev.tare.reports.page.chart;

import dev.tare.reports.render.FigureText;
import java.util.ArrayList;
import java.util.List;

/** Lines of bytes over milliseconds. Not thread-safe. */
public final class TimeChart extends Drawing {
  private static final int Y_TICKS = 4;
  private static final double MEGA = 1024 * 1024;
  private static final double SECOND = 1000;

  private final List<Line> lines = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  private record Mark(String style, Point point, String brief, String more) {}

  /** A chart without lines. */
  public TimeChart(String title) {
    super(title);
  }

  /** Adds a line of bytes over milliseconds; nothing if it has no point. */
  public TimeChart line(Line line) {
    if (!line.points().isEmpty()) {
      lines.add(line);
    }
    return this;
  }

  /**
   * Adds a point with words beside it.
   *
   * @param brief what a phone has room for
   * @param more what follows where there is more
   */
  public TimeChart mark(String style, Point point, String brief, String more) {
    marks.add(new Mark(style, point, brief, more));
    return this;
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  @Override
  List<Line> lines() {
    return lines;
  }

  @Override
  String svg(Size size) {
    double last = Math.max(1, most(true));
    double top = Scale.above(Math.max(1, most(false)) / MEGA) * MEGA;
    Svg svg = new Svg(size, size.height(), title());
    for (int i = 0; i <= Y_TICKS; i++) {
      double y = size.y((double) i / Y_TICKS);
      svg.line("grid", size.x(0), y, size.x(1), y);
      String words = FigureText.number(Scale.rounded(top / MEGA * i / Y_TICKS)) + " MB";
      svg.words("", size.left() - 8, y + 4, "end", words);
    }
    double step = Scale.step(last / SECOND, size.ticks());
    for (double seconds = 0; seconds * SECOND <= last; seconds += step) {
      double x = size.x(seconds * SECOND / last);
      svg.words("", x, size.height() - 8, "middle", FigureText.number(seconds) + " s");
    }
    for (Line line : lines) {
      svg.polyline(
          line.style(),
          line.points().stream()
              .map(point -> new Point(size.x(point.x() / last), size.y(point.y() / top)))
              .toList());
    }
    for (Mark mark : marks) {
      double x = size.x(mark.point().x() / last);
      double y = size.y(mark.point().y() / top);
      String words = mark.brief() + (size.isWide() ? mark.more() : "");
      svg.dot(mark.style(), x, y, 4.5, mark.brief() + mark.more());
      boolean left = x > size.width() / 2.0;
      double above = Math.max(Size.TOP + 2, y - 9);
      svg.words("mark " + mark.style(), left ? x - 8 : x + 8, above, left ? "end" : "start", words);
    }
    return svg.end();
  }

  private double most(boolean ofX) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .max()
        .orElse(0);
  }
}
