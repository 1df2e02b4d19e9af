package dev.tare.reports.render;

import dev.tare.reports.gate.Verdict;
import java.util.List;

/** The report as a terminal shows it. */
public final class TextReport {
  private TextReport() {}

  /**
   * Tables of the first figures, then whatever is not in order, then the verdict on all; ends with
   * a line end.
   */
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    for (Section section : report.sections()) {
      out.append(Wording.environment(section.environment())).append("\n\n");
      Rows rows = new Rows(section.brief());
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
    List<Rows.AreaRows> areas = rows.briefAreas();
    if (areas.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(
        "lllrrrl", "benchmark", "params", "metric", "copying", "lean", "reduction", "baseline");
    for (Rows.AreaRows area : areas) {
      if (!area.area().isEmpty()) {
        table.row("[" + area.area() + ']', "", "", "", "", "", "");
      }
      add(table, area.pairs());
      add(table, area.totals());
      if (!area.area().isEmpty()) {
        table.row("", "", "", "", "", "", "");
      }
    }
    add(table, rows.totals());
    out.append(table).append('\n');
  }

  private static void add(TextTable table, List<Rows.PairRow> rows) {
    String before = "";
    for (Rows.PairRow row : rows) {
      String name = row.benchmark() + ' ' + row.params();
      add(table, row, !name.equals(before));
      before = name;
    }
  }

  private static void add(TextTable table, Rows.PairRow row, boolean named) {
    table.row(
        named ? row.benchmark() : "",
        named ? row.params() : "",
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
    String before = "";
    for (Rows.FigureRow row : rows.unpaired()) {
      String name = row.benchmark() + ' ' + row.params();
      boolean named = !name.equals(before);
      table.row(
          named ? row.benchmark() : "",
          named ? row.params() : "",
          row.metric(),
          row.value(),
          row.baseline());
      before = name;
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
      Wording.causes(section, verdict)
          .forEach(cause -> out.append("  ").append(cause).append('\n'));
    }
  }
}
