package dev.tare.reports.copies;

import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A table before it is laid out. Not thread-safe. */
public final class Grid {
  private final List<String> headings = new ArrayList<>();
  private final StringBuilder alignment = new StringBuilder();
  private final List<List<String>> rows = new ArrayList<>();

  Grid text(String heading) {
    headings.add(heading);
    alignment.append('l');
    return this;
  }

  Grid figure(String heading) {
    headings.add(heading);
    alignment.append('r');
    return this;
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  /** Aligned columns, for a terminal. */
  public String toText() {
    TextTable table = new TextTable(alignment.toString(), array(headings));
    rows.forEach(cells -> table.row(array(cells)));
    return table.toString();
  }

  /** A table of markdown, with an empty line behind it. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder();
    MarkdownReport.line(out, array(headings));
    for (int column = 0; column < alignment.length(); column++) {
      out.append(alignment.charAt(column) == 'r' ? "|--:" : "|---");
    }
    out.append("|\n");
    rows.forEach(cells -> MarkdownReport.line(out, array(cells)));
    return out.append('\n').toString();
  }

  private static String[] array(List<String> cells) {
    return cells.toArray(new String[0]);
  }
}
