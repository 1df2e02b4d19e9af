package dev.tare.reports.page.figure;

import dev.tare.profiling.layout.VmLayout;
import dev.tare.reports.page.chart.ByteStrips;
import java.util.Arrays;
import java.util.List;

/**
 * What an instance of a class looks like in each object layout.
 *
 * @param title the class
 * @param strips the picture
 * @param fields every field and stretch of padding in words
 * @param source where it comes from
 */
public record LayoutFigure(String title, ByteStrips strips, List<Field> fields, Source source) {

  /** The object layouts, in the order of the places of a field. */
  public static final List<String> LAYOUTS =
      Arrays.stream(VmLayout.values()).map(VmLayout::label).toList();

  /**
   * A field.
   *
   * @param name the field
   * @param type its type
   * @param places offset and length in each layout
   */
  public record Field(String name, String type, List<String> places) {}
}
