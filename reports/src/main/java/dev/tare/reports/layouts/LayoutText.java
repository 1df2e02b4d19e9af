package dev.tare.reports.layouts;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.LayoutStream;
import dev.tare.profiling.layout.ObjectGraph;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Layouts for people: graphs and where they come from, then the table of classes, then each class
 * field by field in each layout.
 */
public final class LayoutText {
  private LayoutText() {}

  /** Aligned columns for a terminal. */
  public static String text(LayoutStream.Content content) {
    List<String> parts = new ArrayList<>();
    if (!content.graphs().isEmpty()) {
      StringBuilder graphs = new StringBuilder(table(GraphTable.cells(content.graphs(), "· ")));
      for (ObjectGraph graph : content.graphs()) {
        graphs.append(GraphTable.origin(graph)).append('\n');
      }
      parts.add(graphs.toString());
    }
    if (!content.layouts().isEmpty()) {
      parts.add(table(LayoutTable.of(content.layouts()).cells()));
    }
    for (InstanceLayout layout : content.layouts()) {
      parts.add(title(layout) + '\n' + layout.text());
    }
    return String.join("\n", parts);
  }

  /** For a pull request. */
  public static String markdown(LayoutStream.Content content) {
    List<String> parts = new ArrayList<>();
    if (!content.graphs().isEmpty()) {
      StringBuilder graphs = new StringBuilder(markdown(GraphTable.cells(content.graphs(), "")));
      for (ObjectGraph graph : content.graphs()) {
        graphs
            .append('\n')
            .append(MarkdownReport.escape(GraphTable.origin(graph)))
            .append('\n');
      }
      parts.add(graphs.toString());
    }
    if (!content.layouts().isEmpty()) {
      parts.add(markdown(LayoutTable.of(content.layouts()).cells()));
    }
    for (InstanceLayout layout : content.layouts()) {
      parts.add("**" + title(layout) + "**\n\n```\n" + layout.text() + "```\n");
    }
    return String.join("\n", parts);
  }

  private static String title(InstanceLayout layout) {
    return layout.type() + ", " + layout.vm().label() + ": " + layout.instanceBytes() + " bytes ("
        + layout.vm().description() + ')';
  }

  private static String table(List<List<String>> cells) {
    TextTable table = new TextTable("lrrrr", cells.get(0).toArray(new String[0]));
    cells.subList(1, cells.size()).forEach(line -> table.row(line.toArray(new String[0])));
    return table.toString();
  }

  private static String markdown(List<List<String>> cells) {
    StringBuilder text = new StringBuilder();
    MarkdownReport.line(text, cells.get(0).toArray(new String[0]));
    text.append("|---|---:|---:|---:|---:|\n");
    cells
        .subList(1, cells.size())
        .forEach(line -> MarkdownReport.line(text, line.toArray(new String[0])));
    return text.toString();
  }
}
