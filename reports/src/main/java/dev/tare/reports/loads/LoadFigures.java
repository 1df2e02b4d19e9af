package dev.tare.reports.loads;

import dev.tare.profiling.record.Environment;
import dev.tare.reports.json.EnvironmentJson;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.json.JsonTree;
import dev.tare.reports.page.chart.Line;
import dev.tare.reports.page.chart.PercentileChart;
import dev.tare.reports.page.chart.Point;
import dev.tare.reports.page.figure.LatencyFigure;
import dev.tare.reports.page.figure.LatencyFigure.Measure;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.render.FigureText;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads as figures: a chart a group of series, and a table of measures. */
public final class LoadFigures {
  private static final String ADVICE = "give a file that 'scripts/load' wrote under --out";

  /** The only unit of the schema of which more is better. */
  private static final String MESSAGES_A_SECOND = "msgs/s";

  private LoadFigures() {}

  /**
   * The figure of one file.
   *
   * @throws dev.tare.reports.UserError if it is no load's
   */
  public static LatencyFigure read(Path file) {
    return JsonFile.read(file, ADVICE, json -> figure(file, json));
  }

  private static LatencyFigure figure(Path file, JsonTree json) {
    Map<String, List<JsonTree>> groups = new LinkedHashMap<>();
    for (JsonTree series : json.get("series").elements()) {
      groups
          .computeIfAbsent(series.get("group").text(), group -> new ArrayList<>())
          .add(series);
    }
    List<PercentileChart> charts = new ArrayList<>();
    groups.forEach((group, series) -> charts.add(chart(group, series)));
    Environment environment = EnvironmentJson.read(json);
    String circumstances = json.get("date").text() + ", "
        + Wording.count((int) json.get("cores").number(), "core") + ", "
        + environment.baselineKey()
        + (json.has("database") ? ", " + json.get("database").text() : "");
    return new LatencyFigure(
        Wording.clean(json.get("operation").text()),
        charts,
        json.get("measures").elements().stream().map(LoadFigures::measure).toList(),
        new Source(
            file.toString(),
            Wording.clean(json.get("command").text()),
            Wording.clean(circumstances)));
  }

  private static PercentileChart chart(String group, List<JsonTree> all) {
    PercentileChart chart =
        new PercentileChart(Wording.clean(group), all.get(0).get("unit").text());
    for (int i = 0; i < all.size(); i++) {
      JsonTree series = all.get(i);
      String name = Wording.clean(series.get("variant").text());
      String style = Line.style(name, i);
      chart.line(new Line(
          name,
          style,
          series.get("percentiles").elements().stream().map(LoadFigures::point).toList()));
      if (series.has("points")) {
        series.get("points").fields().forEach((label, point) -> {
          if (point.has("low") && point.has("high") && label.startsWith("p")) {
            chart.interval(
                style,
                name,
                percent(label),
                point.get("low").number(),
                point.get("value").number(),
                point.get("high").number());
          }
        });
      }
    }
    return chart;
  }

  private static double percent(String label) {
    double percent = Double.parseDouble(label.substring(1));
    if (!(percent >= 0 && percent < 100)) {
      throw new IllegalArgumentException("'" + label + "' is no percentile");
    }
    return percent;
  }

  private static Point point(JsonTree pair) {
    List<JsonTree> numbers = pair.elements();
    if (numbers.size() != 2) {
      throw new IllegalArgumentException("a percentile is not a pair of numbers");
    }
    double percent = numbers.get(0).number();
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(percent + " is no percentile");
    }
    return new Point(percent, numbers.get(1).number());
  }

  private static Measure measure(JsonTree json) {
    boolean compared = json.has("ratio");
    String unit = Wording.clean(json.get("unit").text());
    String interval = json.has("low") && json.has("high") ? interval(json, compared) : "";
    String lean = number(json, "lean");
    return new Measure(
        Wording.clean(json.get("group").text()),
        Wording.clean(json.get("name").text()),
        unit,
        number(json, "copying"),
        compared ? lean : lean + interval,
        compared ? percent(json.get("ratio").number()) + " %" + interval : FigureText.NONE,
        compared ? json.get("ratio").number() : -1,
        unit.equals(MESSAGES_A_SECOND),
        goal(json, unit),
        isMet(json));
  }

  private static String interval(JsonTree json, boolean ofRatio) {
    double low = json.get("low").number();
    double high = json.get("high").number();
    return ofRatio
        ? " (" + percent(low) + ".." + percent(high) + ')'
        : " (" + FigureText.number(low) + ".." + FigureText.number(high) + ')';
  }

  private static String goal(JsonTree json, String unit) {
    if (json.has("bar")) {
      return "≤ " + percent(json.get("bar").number()) + " %";
    }
    return json.has("limit") ? "≤ " + number(json, "limit") + ' ' + unit : "";
  }

  /** The whole interval has to keep to the goal. */
  private static boolean isMet(JsonTree json) {
    String figure = json.has("high") ? "high" : json.has("bar") ? "ratio" : "lean";
    String goal = json.has("bar") ? "bar" : "limit";
    return !json.has(goal) || json.get(figure).number() <= json.get(goal).number();
  }

  private static String number(JsonTree json, String field) {
    return json.has(field) ? FigureText.number(json.get(field).number()) : FigureText.NONE;
  }

  /** Ratios are no reductions: they are rounded to the nearest tenth. */
  private static String percent(double fraction) {
    return FigureText.number(Math.round(fraction * 1000) / 10.0);
  }
}
