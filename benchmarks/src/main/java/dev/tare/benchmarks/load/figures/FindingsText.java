package dev.tare.benchmarks.load.figures;

import static dev.tare.benchmarks.command.TextTable.number;

import dev.tare.benchmarks.command.TextTable;
import java.util.List;

/** Findings as tables for a reader. */
final class FindingsText {
  private static final List<String> TIMES = List.of(
      "group", "variant", "rate/s", "count", "p50 us", "p90 us", "p99 us", "p99.9 us", "max us");
  private static final List<String> FIGURES =
      List.of("group", "figure", "copying", "lean", "ratio", "between", "and", "at most", "");

  private FindingsText() {}

  static String of(Findings findings) {
    StringBuilder text = new StringBuilder();
    if (!findings.database().isEmpty()) {
      text.append(findings.database()).append(" · ");
    }
    text.append("jdk")
        .append(findings.environment().jdk())
        .append(" · ")
        .append(findings.cores())
        .append(" cores · ")
        .append(findings.date())
        .append("\n\n");
    if (!findings.series().isEmpty()) {
      TextTable times = new TextTable(2, TIMES);
      findings.series().forEach(series -> times.add(row(series)));
      text.append(times);
    }
    if (!findings.series().isEmpty() && !findings.measures().isEmpty()) {
      text.append('\n');
    }
    if (!findings.measures().isEmpty()) {
      TextTable figures = new TextTable(2, FIGURES);
      findings.measures().forEach(measure -> figures.add(row(measure)));
      text.append(figures);
    }
    return text.toString();
  }

  private static List<String> row(Series series) {
    return List.of(
        series.group(),
        series.variant(),
        number("#,##0.#", series.rate()),
        number("#,##0", (double) series.merged().getTotalCount()),
        figure(series.point(50).value()),
        figure(series.point(90).value()),
        figure(series.point(99).value()),
        figure(series.point(99.9).value()),
        figure(Series.micros(series.merged().getMaxValue())));
  }

  private static List<String> row(Measure measure) {
    double most = Double.isNaN(measure.bar()) ? measure.limit() : measure.bar();
    boolean isPair = !Double.isNaN(measure.ratio().value());
    Interval bounds = isPair ? measure.ratio() : measure.lean();
    String pattern = isPair ? "0.000" : "#,##0.###";
    return List.of(
        measure.group(),
        measure.name() + (measure.unit().equals("count") ? "" : ", " + measure.unit()),
        figure(measure.copying().value()),
        figure(measure.lean().value()),
        number("0.000", measure.ratio().value()),
        number(pattern, bounds.low()),
        number(pattern, bounds.high()),
        number("#,##0.##", most),
        measure.verdict());
  }

  private static String figure(double value) {
    return number(Math.abs(value) < 100 ? "#,##0.###" : "#,##0", value);
  }
}
