package dev.tare.reports.page;

import java.util.List;

/**
 * The figures of a row that has no partner.
 *
 * @param benchmark short name
 * @param params all parameters
 * @param verdict the worst one of its figures
 * @param figures one a metric, as the list's headings have them; a dash where there is none
 * @param values the same as numbers, for a script that sorts by them
 */
public record SingleView(
    String benchmark, String params, String verdict, List<String> figures, List<Double> values) {

  /** The figures as a script sorts by them. */
  public String sortKeys() {
    return HtmlPage.numbers(values);
  }
}
