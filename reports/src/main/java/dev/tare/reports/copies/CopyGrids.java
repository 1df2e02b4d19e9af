package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import java.util.ArrayList;
import java.util.List;

/** The static table; boxing stands behind the sum, for it is no copy. */
public final class CopyGrids {
  private CopyGrids() {}

  /** One line an area, and the total. */
  public static Grid table(CopyTable table) {
    Grid grid = new Grid().text("area");
    for (CopyKind kind : CopyKind.values()) {
      if (kind == CopyKind.BOXING) {
        grid.figure("copies");
      }
      grid.figure(kind.label());
    }
    table.rows().forEach(row -> grid.row(cells(row)));
    grid.row(cells(table.total()));
    return grid;
  }

  /** One line a site. */
  public static Grid sites(List<CopySite> sites) {
    Grid grid = new Grid().text("kind").text("call").text("where");
    sites.forEach(site -> grid.row(List.of(site.kind().label(), site.call(), site.location())));
    return grid;
  }

  private static List<String> cells(CopyTable.Row row) {
    List<String> cells = new ArrayList<>(List.of(row.area()));
    for (CopyKind kind : CopyKind.values()) {
      if (kind == CopyKind.BOXING) {
        cells.add(Integer.toString(row.copies()));
      }
      cells.add(Integer.toString(row.of(kind)));
    }
    return cells;
  }
}
