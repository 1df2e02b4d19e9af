package dev.tare.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which fields a document has, and of which kinds: all of it but values and how many there are. */
final class JsonShape {
  private JsonShape() {}

  /** A line a field, such as {@code .series[].points.p50.low number}, sorted. */
  static SortedSet<String> of(JsonNode document) {
    SortedSet<String> lines = new TreeSet<>();
    add("", document, lines);
    return lines;
  }

  private static void add(String path, JsonNode node, SortedSet<String> lines) {
    lines.add(path + ' ' + node.getNodeType().name().toLowerCase(Locale.ROOT));
    if (node.isArray()) {
      node.forEach(element -> add(path + "[]", element, lines));
    }
    node.properties().forEach(field -> add(path + '.' + field.getKey(), field.getValue(), lines));
  }
}
