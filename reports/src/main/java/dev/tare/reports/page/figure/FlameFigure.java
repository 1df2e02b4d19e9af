package dev.tare.reports.page.figure;

import java.util.List;

/**
 * The call stacks of one row, or of a pair side by side, as flame graphs.
 *
 * @param title the row, without its variant
 * @param event what the stacks are of
 * @param graph the stacks of each variant
 * @param hottest methods with most by themselves, the most first
 * @param sources where they come from, by variant
 */
public record FlameFigure(
    String title, String event, FlameGraph graph, List<Method> hottest, List<Source> sources) {

  /**
   * A method by itself, without what it calls.
   *
   * @param name with class, without package
   * @param fullName with both
   * @param shares of each variant's total, 0 to 1
   */
  public record Method(String name, String fullName, List<Double> shares) {}
}
