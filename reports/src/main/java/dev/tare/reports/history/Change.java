package dev.tare.reports.history;

/**
 * A run with which a figure became another.
 *
 * @param at the run's place among those of its environment
 * @param commit what it measured
 * @param before the figure until then; of a varying one the median
 * @param after the figure from then on, likewise
 */
public record Change(int at, String commit, double before, double after) {}
