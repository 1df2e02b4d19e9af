package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.reports.copies.RunTable.Cell;
import dev.tare.reports.render.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of what ran: by area and kind, and by row and call. */
public final class RunGrids {
  private RunGrids() {}

  /** One line an area and kind, then the totals; boxing is in no sum of copies. */
  public static Grid table(RunTable table) {
    Grid grid = new Grid().text("area").text("kind");
    table.siteColumns().forEach(variant -> grid.figure(named("sites", variant)));
    table.runColumns().forEach(variant -> grid.figure(named("run", variant)));
    if (comparesVariants(table)) {
      grid.figure("fewer");
    }
    table.byArea().forEach((area, cells) -> {
      if (!table.isApart(area)) {
        lines(grid, table, area, cells, false);
      }
    });
    lines(grid, table, "total", table.total(), true);
    table.byArea().forEach((area, cells) -> {
      if (table.isApart(area)) {
        lines(grid, table, area + ", in no total", cells, false);
      }
    });
    return grid;
  }

  /** One line a call of one row. */
  public static Grid sites(RowSites row) {
    Grid grid =
        new Grid().figure("run").figure("bytes").text("kind").text("call").text("where");
    row.calls()
        .forEach(call -> grid.row(List.of(
            call.runs().text(),
            call.bytes().text(),
            call.site().kind().label(),
            call.site().call(),
            call.site().location())));
    return grid;
  }

  private static void lines(
      Grid grid, RunTable table, String area, Map<CopyKind, Cell> cells, boolean withSum) {
    String name = area;
    for (Map.Entry<CopyKind, Cell> entry : cells.entrySet()) {
      if (withSum && entry.getKey() == CopyKind.BOXING) {
        continue;
      }
      grid.row(cells(table, name, entry.getKey().label(), entry.getValue()));
      name = "";
    }
    if (withSum) {
      grid.row(cells(table, name, "all copies", RunTable.copies(cells)));
      Cell boxing = cells.get(CopyKind.BOXING);
      if (boxing != null) {
        grid.row(cells(table, "", CopyKind.BOXING.label(), boxing));
      }
    }
  }

  private static List<String> cells(RunTable table, String area, String kind, Cell cell) {
    List<String> cells = new ArrayList<>(List.of(area, kind));
    table.siteColumns().forEach(variant -> cells.add(FigureText.number(cell.sites(variant))));
    table.runColumns().forEach(variant -> cells.add(cell.calls(variant).text()));
    if (comparesVariants(table)) {
      double copying = cell.calls(CodeVariant.COPYING).value();
      double lean = cell.calls(CodeVariant.LEAN).value();
      cells.add(copying == 0 ? FigureText.NONE : FigureText.percent(1 - lean / copying));
    }
    return cells;
  }

  private static boolean comparesVariants(RunTable table) {
    return table.runColumns().containsAll(List.of(CodeVariant.COPYING, CodeVariant.LEAN));
  }

  private static String named(String what, CodeVariant variant) {
    return variant == CodeVariant.ANY ? what : what + ", " + variant.label();
  }
}
