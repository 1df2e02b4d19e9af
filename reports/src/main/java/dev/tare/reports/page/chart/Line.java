package dev.tare.reports.page.chart;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param name what it shows; lines of one name and style are one entry of the legend
 * @param style its colour, and whether it is thin or dashed, as classes of the style sheet
 * @param points by {@code x}, in the chart's units
 */
public record Line(String name, String style, List<Point> points) {

  /** The style of the series of this name: pairs have colours of their own, others the rest. */
  public static String style(String name, int index) {
    return name.equals("copying") || name.equals("lean") ? name : "s" + index % 4;
  }
}
