package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.reports.render.TextTable;
import java.util.ArrayList;
import java.util.List;

/** The table as aligned text; boxing stands behind the sum, for it is no copy. */
public final class CopyText {
  private CopyText() {}

  /** One line an area, and the total. */
  public static String table(CopyTable table) {
    List<String> headings = new ArrayList<>(List.of("area"));
    StringBuilder alignment = new StringBuilder("l");
    for (CopyKind kind : CopyKind.values()) {
      if (kind == CopyKind.BOXING) {
        headings.add("copies");
        alignment.append('r');
      }
      headings.add(kind.label());
      alignment.append('r');
    }
    TextTable text = new TextTable(alignment.toString(), headings.toArray(new String[0]));
    table.rows().forEach(row -> text.row(cells(row)));
    text.row(cells(table.total()));
    return text.toString();
  }

  /** One line a site. */
  public static String sites(List<CopySite> sites) {
    TextTable text = new TextTable("lll", "kind", "call", "where");
    for (CopySite site : sites) {
      text.row(
          site.kind().label(), site.call(), site.type() + '.' + site.method() + ':' + site.line());
    }
    return text.toString();
  }

  private static String[] cells(CopyTable.Row row) {
    List<String> cells = new ArrayList<>(List.of(row.area()));
    for (CopyKind kind : CopyKind.values()) {
      if (kind == CopyKind.BOXING) {
        cells.add(Integer.toString(row.copies()));
      }
      cells.add(Integer.toString(row.of(kind)));
    }
    return cells.toArray(new String[0]);
  }
}
