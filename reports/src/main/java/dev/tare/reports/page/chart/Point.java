package dev.tare.reports.page.chart;

/**
 * A place in a chart.
 *
 * @param x along it
 * @param y up it
 */
public record Point(double x, double y) {}
