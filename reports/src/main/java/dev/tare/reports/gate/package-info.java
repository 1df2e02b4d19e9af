/**
 * Judges figures against a baseline, and pairs the copying figures with the lean ones.
 *
 * <p>Pure functions of values: nothing here measures, reads or writes a file, looks at a clock, or
 * prints. A new metric needs no change here but its tolerance in {@code Limits}.
 */
package dev.tare.reports.gate;
