package dev.tare.reports.page.chart;

import dev.tare.reports.render.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Latency by percentile: the horizontal axis by nines, each as wide as the one before it, the
 * vertical one logarithmic. Not thread-safe.
 */
public final class PercentileChart extends Drawing {
  private static final double[] SHOWN = {0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999};
  private static final double[] STEPS = {1, 2, 5};

  /** Room on the right for the greatest value, which no percentile is. */
  private static final double PAST_LAST = 0.3;

  private static final double MOST_NINES = 6;

  private final String unit;
  private final List<Line> lines = new ArrayList<>();
  private final List<Interval> intervals = new ArrayList<>();

  private record Interval(String style, String text, double percent, Point range, double value) {}

  /** A chart without lines; values are of this unit. */
  public PercentileChart(String title, String unit) {
    super(title);
    this.unit = unit;
  }

  /** Adds a line of values by percentile, 0 to 100; values of 0 are left out of a logarithm. */
  public PercentileChart line(Line line) {
    List<Point> above = line.points().stream().filter(point -> point.y() > 0).toList();
    if (!above.isEmpty()) {
      lines.add(new Line(line.name(), line.style(), above));
    }
    return this;
  }

  /** Adds what several rounds gave at one percentile: their median between two ends. */
  public PercentileChart interval(
      String style, String name, double percent, double low, double value, double high) {
    if (low > 0) {
      String text = name + ", p" + FigureText.number(percent) + ": " + FigureText.number(value)
          + " (" + FigureText.number(low) + ".." + FigureText.number(high) + ") " + unit;
      intervals.add(new Interval(style, text, percent, new Point(low, high), value));
    }
    return this;
  }

  @Override
  List<Line> lines() {
    return lines;
  }

  @Override
  String svg(Size size) {
    double nines = lines.stream()
            .flatMap(line -> line.points().stream())
            .filter(point -> point.x() < 100)
            .mapToDouble(point -> nines(point.x()))
            .max()
            .orElse(1)
        + PAST_LAST;
    double low = Math.log10(values().min().orElse(1)) - 0.04;
    double high = Math.max(low + 0.5, Math.log10(values().max().orElse(10)) + 0.06);
    Svg svg = new Svg(size, size.height(), title());
    valueAxis(svg, size, low, high);
    for (double percent : SHOWN) {
      double at = nines(percent) / nines;
      if (at <= 1 && (size.isWide() || percent != 50)) {
        svg.line("grid", size.x(at), size.y(0), size.x(at), size.y(1));
        String words = percent == 0 ? "0" : trimmed(percent) + " %";
        svg.words("", size.x(at), size.height() - 8, percent == 0 ? "start" : "middle", words);
      }
    }
    for (Line line : lines) {
      List<Point> points = line.points().stream()
          .map(point -> new Point(
              size.x(Math.min(1, nines(point.x()) / nines)), y(size, point.y(), low, high)))
          .toList();
      svg.polyline(line.style(), points);
    }
    for (Interval interval : intervals) {
      double x = size.x(nines(interval.percent()) / nines);
      double top = y(size, interval.range().y(), low, high);
      double bottom = y(size, interval.range().x(), low, high);
      svg.line("whisker " + interval.style(), x, top, x, bottom);
      svg.dot(interval.style(), x, y(size, interval.value(), low, high), 3.5, interval.text());
    }
    return svg.end();
  }

  private void valueAxis(Svg svg, Size size, double low, double high) {
    boolean sparse = high - low > 2;
    for (int decade = (int) Math.floor(low); decade <= high; decade++) {
      for (double step : STEPS) {
        double value = step * Math.pow(10, decade);
        double at = (Math.log10(value) - low) / (high - low);
        if (at >= 0 && at <= 1) {
          svg.line(step == 1 ? "grid" : "grid faint", size.x(0), size.y(at), size.x(1), size.y(at));
          if (step == 1 || !sparse) {
            svg.words("", size.left() - 8, size.y(at) + 4, "end", words(value));
          }
        }
      }
    }
  }

  /** Microseconds as the unit in which they are short. */
  private String words(double value) {
    if (!unit.equals("us") || value < 1000) {
      return FigureText.number(value) + ' ' + (unit.equals("us") ? "µs" : unit);
    }
    return value < 1e6
        ? FigureText.number(value / 1e3) + " ms"
        : FigureText.number(value / 1e6) + " s";
  }

  private DoubleStream values() {
    return DoubleStream.concat(
        lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::y),
        intervals.stream()
            .flatMap(interval -> List.of(interval.range().x(), interval.range().y()).stream())
            .mapToDouble(Double::doubleValue));
  }

  private static double y(Size size, double value, double low, double high) {
    return size.y((Math.log10(value) - low) / (high - low));
  }

  /** How many nines a percentile has: 90 one, 99 two; 50 a third of one. */
  private static double nines(double percent) {
    return percent >= 100 ? MOST_NINES : Math.min(MOST_NINES, -Math.log10(1 - percent / 100));
  }

  private static String trimmed(double percent) {
    return percent == Math.rint(percent)
        ? Integer.toString((int) percent)
        : Double.toString(percent);
  }
}
