package dev.tare.reports.page.figure;

import java.util.List;

/**
 * All figures of a page.
 *
 * @param flames flame graphs, by row and event
 * @param loads what loads gave, by operation
 * @param heaps heaps over time, by row
 * @param layouts classes, in the order in which they were asked for
 * @param missing what is not there
 */
public record Figures(
    List<FlameFigure> flames,
    List<LatencyFigure> loads,
    List<HeapFigure> heaps,
    List<LayoutFigure> layouts,
    List<Missing> missing) {
  /** No figure, and none missing. */
  public static final Figures NONE =
      new Figures(List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A kind of figure of which there is none.
   *
   * @param what it is
   * @param command what makes one
   */
  public record Missing(String what, String command) {}
}
