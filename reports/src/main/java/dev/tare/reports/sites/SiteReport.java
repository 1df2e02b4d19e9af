package dev.tare.reports.sites;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.TextTable;
import dev.tare.reports.render.Wording;
import java.util.List;

/**
 * What one environment gave.
 *
 * @param environment the JVM
 * @param figures bytes and objects, with their sites, sorted by row
 * @param failures the rows without, sorted
 * @param most how many sites of a row to show; the rest becomes one line
 */
public record SiteReport(
    Environment environment, List<Measurement> figures, List<Failure> failures, int most) {

  /** Tables for a terminal, and the rows that failed; ends with a line end. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(Wording.environment(environment)).append('\n');
    for (SiteTable table : SiteTable.of(figures, most)) {
      out.append('\n').append(table.title()).append('\n');
      if (!table.lines().isEmpty()) {
        TextTable text = new TextTable("rrrll", SiteTable.Line.HEADINGS);
        table.lines().forEach(line -> text.row(line.cells()));
        text.toString().lines().forEach(line -> out.append("  ").append(line).append('\n'));
      }
    }
    return out.append(failures.isEmpty() ? "" : "\n").append(problems()).toString();
  }

  /** One line a row that failed; empty if none did. */
  public String problems() {
    StringBuilder out = new StringBuilder();
    failures.forEach(
        failure -> out.append("failed: ").append(Wording.failure(failure)).append('\n'));
    return out.toString();
  }

  /** The same as Markdown; names are escaped. */
  public String markdown() {
    StringBuilder out = new StringBuilder("### ");
    out.append(MarkdownReport.escape(Wording.environment(environment))).append("\n\n");
    for (Failure failure : failures) {
      out.append("- **failed** ")
          .append(MarkdownReport.escape(Wording.failure(failure)))
          .append('\n');
    }
    out.append(failures.isEmpty() ? "" : "\n");
    for (SiteTable table : SiteTable.of(figures, most)) {
      out.append("**").append(MarkdownReport.escape(table.title())).append("**\n\n");
      if (!table.lines().isEmpty()) {
        MarkdownReport.line(out, SiteTable.Line.HEADINGS);
        out.append("|--:|--:|--:|---|---|\n");
        table.lines().forEach(line -> MarkdownReport.line(out, line.cells()));
        out.append('\n');
      }
    }
    return out.toString();
  }
}
