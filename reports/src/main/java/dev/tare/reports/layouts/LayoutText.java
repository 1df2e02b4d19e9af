package dev.tare.reports.layouts;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.reports.render.TextTable;
import java.util.List;

/** Layouts for people: the table, then each class field by field in each layout. */
public final class LayoutText {
  private LayoutText() {}

  /** Aligned columns for a terminal. */
  public static String text(List<InstanceLayout> layouts) {
    List<List<String>> cells = LayoutTable.of(layouts).cells();
    TextTable table = new TextTable("lrrrr", cells.get(0).toArray(new String[0]));
    cells.subList(1, cells.size()).forEach(line -> table.row(line.toArray(new String[0])));
    StringBuilder text = new StringBuilder(table.toString());
    for (InstanceLayout layout : layouts) {
      text.append('\n').append(title(layout)).append('\n').append(layout.text());
    }
    return text.toString();
  }

  /** For a pull request. */
  public static String markdown(List<InstanceLayout> layouts) {
    List<List<String>> cells = LayoutTable.of(layouts).cells();
    StringBuilder text = new StringBuilder();
    line(text, cells.get(0));
    text.append("|---|---:|---:|---:|---:|\n");
    cells.subList(1, cells.size()).forEach(line -> line(text, line));
    for (InstanceLayout layout : layouts) {
      text.append("\n**").append(title(layout)).append("**\n\n```\n");
      text.append(layout.text()).append("```\n");
    }
    return text.toString();
  }

  private static String title(InstanceLayout layout) {
    return layout.type() + ", " + layout.vm().label() + ": " + layout.instanceBytes() + " bytes ("
        + layout.vm().description() + ')';
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
