/**
 * The static table of copying calls: sites as the scan of {@code profiling} gives them, counted by
 * area and kind, as text or JSON. Nothing here measures, judges or opens a file.
 */
package dev.tare.reports.copies;
