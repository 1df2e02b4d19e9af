/**
 * The tables of copying calls, by area and kind: the sites that the scan of {@code profiling}
 * finds, and how often each one ran, as text, markdown or JSON. Nothing here measures, judges or
 * opens a file.
 */
package dev.tare.reports.copies;
