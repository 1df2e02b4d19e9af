package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.render.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Calls by area and kind: how many there are, and how often one operation of each row runs them.
 */
public final class RunTable {
  private final SortedMap<String, Map<CopyKind, Cell>> byArea = new TreeMap<>();
  private final Set<CodeVariant> siteColumns = new TreeSet<>();
  private final Set<CodeVariant> runColumns = new TreeSet<>();
  private final Set<String> apart;

  private RunTable(Set<String> apart) {
    this.apart = apart;
  }

  /** What one area has of one kind, by variant. Owned by the table. */
  static final class Cell {
    private final Map<CodeVariant, Integer> sites = new EnumMap<>(CodeVariant.class);
    private final Map<CodeVariant, Sum> calls = new EnumMap<>(CodeVariant.class);
    private final Map<CodeVariant, Sum> bytes = new EnumMap<>(CodeVariant.class);

    int sites(CodeVariant variant) {
      return sites.getOrDefault(variant, 0);
    }

    Sum calls(CodeVariant variant) {
      return calls.getOrDefault(variant, Sum.ZERO);
    }

    Sum bytes(CodeVariant variant) {
      return bytes.getOrDefault(variant, Sum.ZERO);
    }

    private void add(Cell other) {
      other.sites.forEach((variant, more) -> sites.merge(variant, more, Integer::sum));
      other.calls.forEach((variant, more) -> calls.merge(variant, more, Sum::plus));
      other.bytes.forEach((variant, more) -> bytes.merge(variant, more, Sum::plus));
    }
  }

  /**
   * Counts calls.
   *
   * @param sites the calls that there are
   * @param section the rows, and what each call adds to them
   * @param areas what the packages are
   * @param copying packages that only copying variants run; empty to tell no calls apart
   * @param apart areas that are in no total
   */
  public static RunTable of(
      List<CopySite> sites, Section section, Areas areas, List<String> copying, Set<String> apart) {
    RunTable table = new RunTable(apart);
    for (CopySite site : sites) {
      CodeVariant variant = CodeVariant.of(site, copying);
      table.siteColumns.add(variant);
      table.cell(areas, site).sites.merge(variant, 1, Integer::sum);
    }
    for (Measurement figure : section.measurements()) {
      table.runColumns.add(CodeVariant.of(figure.id()));
    }
    for (SiteFigure figure : section.sites()) {
      CodeVariant variant = CodeVariant.of(figure.part().id());
      Cell cell = table.cell(areas, figure.site());
      boolean moved = figure.part().metric() == Metric.COPIED_BYTES;
      (moved ? cell.bytes : cell.calls).merge(variant, Sum.of(figure.part()), Sum::plus);
    }
    if (!copying.isEmpty()) {
      table.siteColumns.addAll(List.of(CodeVariant.COPYING, CodeVariant.LEAN));
    }
    return table;
  }

  private Cell cell(Areas areas, CopySite site) {
    return byArea
        .computeIfAbsent(areas.of(site), area -> new EnumMap<>(CopyKind.class))
        .computeIfAbsent(site.kind(), kind -> new Cell());
  }

  /** Kinds by area, both sorted; what an area has none of is not there. */
  SortedMap<String, Map<CopyKind, Cell>> byArea() {
    return byArea;
  }

  /** Whether an area is in no total. */
  boolean isApart(String area) {
    return apart.contains(area);
  }

  /** The sums over all areas that are not apart, by kind. */
  Map<CopyKind, Cell> total() {
    Map<CopyKind, Cell> total = new EnumMap<>(CopyKind.class);
    byArea.forEach((area, cells) -> {
      if (!isApart(area)) {
        cells.forEach(
            (kind, cell) -> total.computeIfAbsent(kind, each -> new Cell()).add(cell));
      }
    });
    return total;
  }

  /** The sum over all kinds that are copies. */
  static Cell copies(Map<CopyKind, Cell> cells) {
    Cell copies = new Cell();
    cells.forEach((kind, cell) -> {
      if (kind != CopyKind.BOXING) {
        copies.add(cell);
      }
    });
    return copies;
  }

  Set<CodeVariant> siteColumns() {
    return siteColumns;
  }

  Set<CodeVariant> runColumns() {
    return runColumns;
  }
}
