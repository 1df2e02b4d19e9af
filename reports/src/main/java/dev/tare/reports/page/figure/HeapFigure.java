package dev.tare.reports.page.figure;

import dev.tare.reports.page.chart.TimeChart;
import java.util.List;

/**
 * What rows kept in the heap over time, copying and lean in one chart.
 *
 * @param title the pair, or the row
 * @param charts the heap, and the process
 * @param headings of the table: what the collector did, and the most that was held
 * @param rows of the table, one a row that was recorded
 * @param peaks what the most that lived was, one a row
 * @param source where it comes from
 */
public record HeapFigure(
    String title,
    List<TimeChart> charts,
    List<String> headings,
    List<List<String>> rows,
    List<Peak> peaks,
    Source source) {

  /**
   * The most that lived in one row.
   *
   * @param label the row's variant or name
   * @param text when, and how much
   * @param sites what it was, the most first
   */
  public record Peak(String label, String text, List<Site> sites) {}

  /**
   * What one line allocated of it.
   *
   * @param fraction of all that lived, 0 to 1
   * @param share the same in percent
   * @param megabytes its part of the peak
   * @param type its class
   * @param location the line
   */
  public record Site(
      double fraction, String share, String megabytes, String type, String location) {}
}
