package dev.tare.reports.layouts;

import dev.tare.profiling.layout.GraphSize;
import dev.tare.profiling.layout.ObjectGraph;
import dev.tare.profiling.layout.VmLayout;
import java.util.ArrayList;
import java.util.List;

/** Graphs of live objects as rows of cells: each graph, then its classes. */
final class GraphTable {
  private GraphTable() {}

  /** A heading, then a row a graph and a class: bytes, and how many objects, in each layout. */
  static List<List<String>> cells(List<ObjectGraph> graphs, String indent) {
    List<List<String>> cells = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("graph bytes (objects)"));
    for (VmLayout vm : VmLayout.values()) {
      headings.add(vm.label());
    }
    cells.add(headings);
    for (ObjectGraph graph : graphs) {
      List<String> whole = new ArrayList<>(List.of(graph.source()));
      for (VmLayout vm : VmLayout.values()) {
        GraphSize size = graph.size(vm);
        whole.add(size.bytes() + " (" + size.objects() + ')');
      }
      cells.add(whole);
      for (ObjectGraph.Share share : graph.shares()) {
        List<String> line = new ArrayList<>(List.of(indent + share.type()));
        for (VmLayout vm : VmLayout.values()) {
          line.add(share.bytes(vm) + " (" + share.objects() + ')');
        }
        cells.add(line);
      }
    }
    return cells;
  }

  /**
   * What was walked, and where: the sizes of the other layouts are modelled from the same object.
   */
  static String origin(ObjectGraph graph) {
    return graph.source() + " gave a " + graph.type() + " on a JVM with "
        + graph.running().label() + "; the other layouts are modelled";
  }
}
