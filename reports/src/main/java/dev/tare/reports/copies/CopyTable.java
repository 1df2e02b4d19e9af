package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sites by area and kind.
 *
 * @param rows one an area, sorted by it
 * @param total the sums over all areas
 */
public record CopyTable(List<Row> rows, Row total) {

  /**
   * How many sites one area has.
   *
   * @param area its name
   * @param sites how many of each kind; every kind is there
   */
  public record Row(String area, Map<CopyKind, Integer> sites) {
    /** Of one kind. */
    public int of(CopyKind kind) {
      return sites.getOrDefault(kind, 0);
    }

    /** Of all kinds that are copies: boxing is none. */
    public int copies() {
      int copies = 0;
      for (Map.Entry<CopyKind, Integer> entry : sites.entrySet()) {
        copies += entry.getKey() == CopyKind.BOXING ? 0 : entry.getValue();
      }
      return copies;
    }
  }

  /** Counts sites. */
  public static CopyTable of(List<CopySite> sites, Areas areas) {
    SortedMap<String, Map<CopyKind, Integer>> byArea = new TreeMap<>();
    Map<CopyKind, Integer> total = new EnumMap<>(CopyKind.class);
    for (CopySite site : sites) {
      byArea
          .computeIfAbsent(areas.of(site), area -> new EnumMap<>(CopyKind.class))
          .merge(site.kind(), 1, Integer::sum);
      total.merge(site.kind(), 1, Integer::sum);
    }
    List<Row> rows = new ArrayList<>();
    byArea.forEach((area, counts) -> rows.add(new Row(area, counts)));
    return new CopyTable(rows, new Row("total", total));
  }
}
