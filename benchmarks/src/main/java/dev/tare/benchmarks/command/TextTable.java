package dev.tare.benchmarks.command;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells, aligned for a terminal. Not thread-safe. */
public final class TextTable {
  private final int textColumns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table with this first row.
   *
   * @param textColumns how many columns stand to the left; all others hold numbers
   */
  public TextTable(int textColumns, List<String> head) {
    this.textColumns = textColumns;
    rows.add(List.copyOf(head));
  }

  /** Adds a row of as many cells as the first has. */
  public void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** Every row a line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      int columns = row.size();
      for (int column = 0; column < columns; column++) {
        int index = column;
        int width = rows.stream().mapToInt(r -> r.get(index).length()).max().orElse(0);
        String cell = row.get(column);
        String padding = " ".repeat(width - cell.length());
        text.append(column < textColumns ? cell + padding : padding + cell);
        text.append(column == columns - 1 ? "\n" : "  ");
      }
    }
    return text.toString();
  }

  /** A number by a pattern of {@link DecimalFormat}; a dash for what is not known. */
  public static String number(String pattern, double value) {
    return Double.isNaN(value)
        ? "–"
        : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
