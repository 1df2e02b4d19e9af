/**
 * What figures were, run by run: the file that a run appends to, and where a series changed.
 *
 * <p>A history judges nothing: the gate compares with the baseline alone.
 */
package dev.tare.reports.history;
