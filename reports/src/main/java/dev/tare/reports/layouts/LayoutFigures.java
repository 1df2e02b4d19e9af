package dev.tare.reports.layouts;

import dev.tare.profiling.layout.VmLayout;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.json.JsonTree;
import dev.tare.reports.page.chart.ByteStrips;
import dev.tare.reports.page.chart.ByteStrips.Part;
import dev.tare.reports.page.chart.ByteStrips.Strip;
import dev.tare.reports.page.figure.LayoutFigure;
import dev.tare.reports.page.figure.LayoutFigure.Field;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.render.FigureText;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Layouts as pictures, from the file that {@code tare layout --out} writes. */
public final class LayoutFigures {
  private static final String ADVICE = "give a layout.json that 'tare layout --out' wrote";
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "float", "long", "double");

  private LayoutFigures() {}

  private record Key(String name, String type) {}

  /**
   * The figures of a file, one a class.
   *
   * @throws dev.tare.reports.UserError if it is none
   */
  public static List<LayoutFigure> read(Path file) {
    return JsonFile.read(file, ADVICE, json -> {
      Source source = new Source(file.toString(), Wording.clean(json.text("command", "")), "");
      Map<String, List<JsonTree>> classes = new LinkedHashMap<>();
      for (JsonTree layout : json.get("layouts").elements()) {
        classes
            .computeIfAbsent(layout.get("class").text(), name -> new ArrayList<>())
            .add(layout);
      }
      List<LayoutFigure> figures = new ArrayList<>();
      classes.forEach((name, layouts) -> figures.add(figure(name, layouts, source)));
      return figures;
    });
  }

  private static LayoutFigure figure(String name, List<JsonTree> layouts, Source source) {
    ByteStrips strips = new ByteStrips("Bytes of an instance");
    Map<Key, List<String>> fields = new LinkedHashMap<>();
    for (JsonTree layout : layouts) {
      VmLayout vm = layout.get("layout").labelled(VmLayout.values(), VmLayout::label);
      strips.strip(strip(vm, layout));
      for (JsonTree slot : layout.get("slots").elements()) {
        if (slot.has("name")) {
          fields
              .computeIfAbsent(
                  new Key(slot.get("name").text(), slot.get("type").text()), key -> dashes())
              .set(
                  LayoutFigure.LAYOUTS.indexOf(vm.label()),
                  whole(slot, "offset") + " + " + whole(slot, "bytes"));
        }
      }
    }
    List<Field> rows = new ArrayList<>();
    fields.forEach((key, places) ->
        rows.add(new Field(Wording.clean(key.name()), Wording.clean(key.type()), places)));
    return new LayoutFigure(Wording.clean(name), strips, rows, source);
  }

  private static List<String> dashes() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < VmLayout.values().length; i++) {
      places.add(FigureText.NONE);
    }
    return places;
  }

  private static Strip strip(VmLayout vm, JsonTree layout) {
    long header = whole(layout, "headerBytes");
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("header", 0, header, "header", "header, " + bytes(header)));
    for (JsonTree slot : layout.get("slots").elements()) {
      long length = whole(slot, "bytes");
      long offset = whole(slot, "offset");
      if (slot.has("name")) {
        String name = Wording.clean(slot.get("name").text());
        String type = Wording.clean(slot.get("type").text());
        String style = PRIMITIVES.contains(type) ? "field" : "reference";
        String title = type + ' ' + name + ", " + bytes(length) + " at " + offset;
        parts.add(new Part(style, offset, length, name, title));
      } else {
        parts.add(new Part("padding", offset, length, "", "padding, " + bytes(length)));
      }
    }
    long all = whole(layout, "instanceBytes");
    long padding = whole(layout, "paddingBytes");
    String label = vm.label() + ": " + bytes(all)
        + (padding == 0 ? "" : ", " + FigureText.number((double) padding) + " of them padding");
    return new Strip(label, all, parts);
  }

  private static String bytes(long count) {
    return Wording.count((int) count, "byte");
  }

  private static long whole(JsonTree json, String field) {
    double number = json.get(field).number();
    if (!(number >= 0 && number <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("'" + field + "' is no length");
    }
    return (long) number;
  }
}
