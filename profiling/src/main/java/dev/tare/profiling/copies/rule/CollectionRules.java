package dev.tare.profiling.copies.rule;

import static dev.tare.profiling.copies.CopyKind.COLLECTION;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of references between the JDK's collections, arrays and streams. */
final class CollectionRules {
  private static final String ARRAY_OF_OBJECTS = "[Ljava/lang/Object;";

  private static final Set<String> SOURCES = Set.of(
      "Ljava/util/Collection;",
      "Ljava/util/Map;",
      "Ljava/util/SortedMap;",
      "Ljava/util/SortedSet;",
      "Ljava/util/PriorityQueue;",
      "Ljava/util/EnumMap;",
      ARRAY_OF_OBJECTS);

  /** Endings of the names of classes whose clone is a collection. */
  private static final List<String> CLONEABLE =
      List.of("List", "Set", "Map", "Deque", "Vector", "Stack", "Hashtable", "Properties");

  private CollectionRules() {}

  static @Nullable CopyRule match(Call call) {
    if (!call.owner().startsWith("java/util/")) {
      return null;
    }
    List<String> parameters = call.parameters();
    String last = parameters.isEmpty() ? "" : parameters.get(parameters.size() - 1);
    return switch (call.name()) {
      case "<init>" -> SOURCES.contains(last) ? CopyRule.result(COLLECTION) : null;
      case "addAll" -> added(call, last);
      case "putAll" ->
        last.equals("Ljava/util/Map;") ? CopyRule.last(COLLECTION, "collection") : null;
      case "copy" ->
        call.owner().equals("java/util/Collections")
            ? CopyRule.last(COLLECTION, "collection")
            : null;
      case "copyOf" ->
        Stream.of("List", "Set", "Map").anyMatch(call.owner()::endsWith)
            ? CopyRule.changed(COLLECTION)
            : null;
      case "of", "ofEntries" ->
        parameters.size() == 1 && last.startsWith("[") && !call.owner().contains("/stream/")
            ? CopyRule.result(COLLECTION)
            : null;
      case "toArray" -> toArray(last);
      case "clone" ->
        CLONEABLE.stream().anyMatch(call.owner()::endsWith)
                && !call.owner().equals("java/util/BitSet")
            ? CopyRule.result(COLLECTION)
            : null;
      case "toList", "collect" ->
        call.owner().startsWith("java/util/stream/") && call.returnsReference()
            ? CopyRule.result(COLLECTION)
            : null;
      default -> null;
    };
  }

  private static @Nullable CopyRule added(Call call, String last) {
    if (call.isStatic()) { // Collections.addAll
      return CopyRule.last(COLLECTION, "array");
    }
    return last.equals("Ljava/util/Collection;") ? CopyRule.last(COLLECTION, "collection") : null;
  }

  private static CopyRule toArray(String last) {
    return last.equals(ARRAY_OF_OBJECTS)
        ? CopyRule.lastTwo(COLLECTION, "elements", "Ljava/lang/Object;Ljava/lang/Object;")
        : CopyRule.result(COLLECTION);
  }
}
