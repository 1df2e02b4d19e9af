package dev.tare.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of aligned columns, two spaces apart: text to the left, figures to the right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final String alignment;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of one letter a column, {@code l} or {@code r}. */
  public TextTable(String alignment, String... headings) {
    this.alignment = alignment;
    rows.add(List.of(headings));
  }

  /** Adds a row of as many cells as there are columns. */
  public void row(String... cells) {
    rows.add(Stream.of(cells).map(Wording::clean).toList());
  }

  /** The lines, each with its end. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < alignment.length(); column++) {
        String cell = row.get(column);
        String padding = " ".repeat(width(column) - width(cell));
        boolean right = alignment.charAt(column) == 'r';
        line.append(right ? padding + cell : cell + padding).append(GAP);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
