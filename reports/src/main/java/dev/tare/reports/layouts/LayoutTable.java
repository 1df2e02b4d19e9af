package dev.tare.reports.layouts;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.VmLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instance sizes by class and layout; of two classes the difference too. Immutable.
 *
 * @param rows one a class, in the order in which they were named
 */
public record LayoutTable(List<Row> rows) {
  private static final String DIFFERENCE = "difference";

  /**
   * One class, or the difference of two.
   *
   * @param name what the row is of
   * @param bytes an instance's, by layout, in the order of {@link VmLayout}
   * @param padding how many of them hold nothing
   */
  public record Row(String name, List<Long> bytes, List<Long> padding) {}

  /** A table of layouts that stand class by class, all of a class's together. */
  public static LayoutTable of(List<InstanceLayout> layouts) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (InstanceLayout layout : layouts) {
      Row row = rows.computeIfAbsent(
          layout.type(), name -> new Row(name, new ArrayList<>(), new ArrayList<>()));
      row.bytes().add(layout.instanceBytes());
      row.padding().add(layout.paddingBytes());
    }
    List<Row> all = new ArrayList<>(rows.values());
    if (all.size() == 2) {
      Row one = all.get(0);
      Row other = all.get(1);
      all.add(new Row(
          DIFFERENCE, minus(other.bytes(), one.bytes()), minus(other.padding(), one.padding())));
    }
    return new LayoutTable(List.copyOf(all));
  }

  /** A heading, a row of cells a class: size and padding in each layout. */
  List<List<String>> cells() {
    List<List<String>> cells = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("instance bytes (padding)"));
    for (VmLayout vm : VmLayout.values()) {
      headings.add(vm.label());
    }
    cells.add(headings);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      for (int i = 0; i < row.bytes().size(); i++) {
        line.add(
            signed(row, row.bytes().get(i)) + " (" + signed(row, row.padding().get(i)) + ')');
      }
      cells.add(line);
    }
    return cells;
  }

  private static String signed(Row row, long bytes) {
    return (row.name().equals(DIFFERENCE) && bytes > 0 ? "+" : "") + bytes;
  }

  private static List<Long> minus(List<Long> these, List<Long> those) {
    List<Long> difference = new ArrayList<>();
    for (int i = 0; i < these.size(); i++) {
      difference.add(these.get(i) - those.get(i));
    }
    return difference;
  }
}
