package dev.tare.reports.page.figure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Call stacks of one variant or two in one tree, so that each can be drawn by itself and coloured
 * by the other. Not thread-safe.
 */
public final class FlameGraph {
  /** Thinner than a pixel on most screens. */
  private static final double WORTH_DRAWING = 0.001;

  /** Deeper than anybody looks, and than a file that means harm may go. */
  private static final int MOST_CALLS = 500;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final List<String> variants;
  private final String unit;
  private final String own;
  private final Node root;

  private static final class Node {
    final long[] values;
    final Map<String, Node> calls = new LinkedHashMap<>();

    Node(int variants) {
      values = new long[variants];
    }
  }

  /**
   * A graph without stacks.
   *
   * @param variants names of what it compares, one or two
   * @param unit of the values
   * @param own what the names of the user's own methods begin with
   */
  public FlameGraph(List<String> variants, String unit, String own) {
    this.variants = List.copyOf(variants);
    this.unit = unit;
    this.own = own;
    this.root = new Node(variants.size());
  }

  /** Adds a stack, the outermost call first; of a very deep one, only so many calls. */
  public void add(int variant, List<String> calls, long value) {
    Node node = root;
    node.values[variant] += value;
    for (String call : calls.subList(0, Math.min(MOST_CALLS, calls.size()))) {
      node = node.calls.computeIfAbsent(call, name -> new Node(variants.size()));
      node.values[variant] += value;
    }
  }

  /** The names of what it compares. */
  public List<String> variants() {
    return variants;
  }

  /** The sum of a variant's stacks. */
  public long total(int variant) {
    return root.values[variant];
  }

  /**
   * What the page's script draws: {@code variants}, {@code unit}, {@code own}, {@code names}, and
   * {@code nodes}, each as name, depth and values, a call after its caller. Safe within an element
   * {@code script}.
   */
  public String json() {
    StringWriter text = new StringWriter();
    Map<String, Integer> names = new HashMap<>();
    List<String> ordered = new ArrayList<>();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("unit", unit);
      json.writeStringField("own", own);
      array(json, "variants", variants);
      json.writeArrayFieldStart("nodes");
      number(json, names, ordered, "all");
      json.writeNumber(0);
      for (long value : root.values) {
        json.writeNumber(value);
      }
      write(json, root, 1, names, ordered);
      json.writeEndArray();
      array(json, "names", ordered);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.toString().replace("<", "\\u003c");
  }

  private void write(
      JsonGenerator json, Node node, int depth, Map<String, Integer> names, List<String> ordered)
      throws IOException {
    for (Map.Entry<String, Node> call : node.calls.entrySet()) {
      Node called = call.getValue();
      if (isWorthDrawing(called)) {
        number(json, names, ordered, call.getKey());
        json.writeNumber(depth);
        for (long value : called.values) {
          json.writeNumber(value);
        }
        write(json, called, depth + 1, names, ordered);
      }
    }
  }

  private static void number(
      JsonGenerator json, Map<String, Integer> names, List<String> ordered, String name)
      throws IOException {
    Integer known = names.putIfAbsent(name, ordered.size());
    if (known == null) {
      ordered.add(name);
    }
    json.writeNumber(known == null ? ordered.size() - 1 : known);
  }

  private static void array(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String each : texts) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  private boolean isWorthDrawing(Node node) {
    for (int i = 0; i < node.values.length; i++) {
      if (node.values[i] >= WORTH_DRAWING * (double) root.values[i] && node.values[i] > 0) {
        return true;
      }
    }
    return false;
  }
}
