/**
 * The report as one page that a person looks at: verdict, reductions by area, every pair with its
 * calls, and the figures of {@link dev.tare.reports.page.figure}.
 *
 * <p>Records here say what stands on the page, in words and numbers that are ready to show; the
 * templates lay them out. Nothing here measures, judges, or opens a file but the command's own.
 */
package dev.tare.reports.page;
