package dev.tare.reports.render;

import dev.tare.reports.gate.Verdict;
import java.util.List;

/** The report as a pull request or a CI summary shows it. */
public final class MarkdownReport {
  private static final String SPECIAL = "\\`*_{}[]<>|#~&";

  private MarkdownReport() {}

  /** The verdict first, then what is not in order, then the tables; names are escaped. */
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("## Tare: ").append(escape(Wording.headline(report))).append("\n\n");
    for (Section section : report.sections()) {
      out.append("### ")
          .append(escape(Wording.environment(section.environment())))
          .append("\n\n");
      problems(section, out);
      Rows rows = new Rows(section);
      pairs(rows, out);
      unpaired(rows, out);
    }
    claim(report.claim(), out);
    return out.append("Reproduce with:\n\n    ")
        .append(Wording.clean(report.command()))
        .append('\n')
        .toString();
  }

  /** As an indented block, which no content can end. */
  private static void claim(String patch, StringBuilder out) {
    if (!patch.isEmpty()) {
      out.append("If that is meant, this patch of the baseline claims it:\n\n");
      patch
          .lines()
          .forEach(line -> out.append("    ").append(Wording.clean(line)).append('\n'));
      out.append('\n');
    }
  }

  private static void problems(Section section, StringBuilder out) {
    List<Verdict> problems = Wording.problems(section);
    for (Verdict verdict : problems) {
      out.append("- **")
          .append(verdict.status().label())
          .append("** ")
          .append(escape(Wording.subject(verdict)))
          .append(": ")
          .append(escape(Wording.finding(verdict)))
          .append('\n');
      Wording.causes(section, verdict)
          .forEach(cause -> out.append("  - ").append(escape(cause)).append('\n'));
    }
    if (!problems.isEmpty()) {
      out.append('\n');
    }
  }

  private static void pairs(Rows rows, StringBuilder out) {
    List<Rows.AreaRows> areas = rows.areas();
    for (Rows.AreaRows area : areas) {
      if (!area.area().isEmpty()) {
        out.append("#### ").append(escape(area.area())).append("\n\n");
      }
      pairTable(out, area.pairs(), area.area().isEmpty() ? rows.totals() : area.totals());
    }
    if (areas.size() > 1) {
      out.append("#### All areas\n\n");
      pairTable(
          out, areas.stream().flatMap(area -> area.totals().stream()).toList(), rows.totals());
    }
  }

  private static void pairTable(
      StringBuilder out, List<Rows.PairRow> pairs, List<Rows.PairRow> totals) {
    line(out, "benchmark", "params", "metric", "copying", "lean", "reduction", "baseline");
    out.append("|---|---|---|--:|--:|--:|---|\n");
    pairs.forEach(row -> line(out, row));
    totals.forEach(row -> line(out, row));
    out.append('\n');
  }

  private static void line(StringBuilder out, Rows.PairRow row) {
    line(
        out,
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
    line(out, "benchmark", "params", "metric", "value", "baseline");
    out.append("|---|---|---|--:|---|\n");
    for (Rows.FigureRow row : rows.unpaired()) {
      line(out, row.benchmark(), row.params(), row.metric(), row.value(), row.baseline());
    }
    out.append('\n');
  }

  /** Appends a line of a table; the cells are escaped. */
  public static void line(StringBuilder out, String... cells) {
    for (String cell : cells) {
      out.append("| ").append(escape(cell)).append(' ');
    }
    out.append("|\n");
  }

  /** The text without what Markdown would read as its own. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
