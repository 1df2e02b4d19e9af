package dev.tare.reports.render;

import dev.tare.reports.gate.Verdict;

/** The report as a terminal shows it. */
public final class TextReport {
  private TextReport() {}

  /** Tables, then whatever is not in order, then the verdict; ends with a line end. */
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    for (Section section : report.sections()) {
      out.append(Wording.environment(section.environment())).append("\n\n");
      Rows rows = new Rows(section);
      pairs(rows, out);
      unpaired(rows, out);
      problems(section, false, out);
      out.append(Wording.problems(section).isEmpty() ? "" : "\n");
    }
    return verdictLine(report, out);
  }

  /** Whatever is not in order, then the verdict: what a gate prints. */
  public static String renderVerdict(Report report) {
    StringBuilder out = new StringBuilder();
    report.sections().forEach(section -> problems(section, report.sections().size() > 1, out));
    return verdictLine(report, out);
  }

  private static String verdictLine(Report report, StringBuilder out) {
    String tally = Wording.tally(report);
    out.append(Wording.headline(report)).append(tally.isEmpty() ? "" : " (" + tally + ')');
    return out.append('\n').toString();
  }

  private static void pairs(Rows rows, StringBuilder out) {
    if (rows.pairs().isEmpty()) {
      return;
    }
    TextTable table = new TextTable(
        "lllrrrl", "benchmark", "params", "metric", "copying", "lean", "reduction", "baseline");
    rows.pairs().forEach(row -> add(table, row));
    rows.totals().forEach(row -> add(table, row));
    out.append(table).append('\n');
  }

  private static void add(TextTable table, Rows.PairRow row) {
    table.row(
        row.benchmark(),
        row.params(),
        row.metric(),
        row.copying(),
        row.lean(),
        row.reduction(),
        row.baseline());
  }

  private static void unpaired(Rows rows, StringBuilder out) {
    if (rows.unpaired().isEmpty()) {
      return;
    }
    TextTable table = new TextTable("lllrl", "benchmark", "params", "metric", "value", "baseline");
    for (Rows.FigureRow row : rows.unpaired()) {
      table.row(row.benchmark(), row.params(), row.metric(), row.value(), row.baseline());
    }
    out.append(table).append('\n');
  }

  private static void problems(Section section, boolean named, StringBuilder out) {
    for (Verdict verdict : Wording.problems(section)) {
      out.append(verdict.status().label())
          .append(": ")
          .append(named ? section.environment().baselineKey() + ": " : "")
          .append(Wording.subject(verdict))
          .append(": ")
          .append(Wording.finding(verdict))
          .append('\n');
    }
  }
}
